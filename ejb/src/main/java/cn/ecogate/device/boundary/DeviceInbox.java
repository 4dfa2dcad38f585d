package cn.ecogate.device.boundary;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceListener;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Where the adapter reports links and barriers; forwards to the watch. */
@MessageDriven
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeviceInbox implements DeviceListener {

  @Inject DeviceWatch watch;

  @Override
  public void healthChanged(DeviceHealth health) {
    watch.noteHealth(health);
  }

  @Override
  public void barrierMoved(BarrierReport report) {
    watch.noteBarrier(report);
  }
}
