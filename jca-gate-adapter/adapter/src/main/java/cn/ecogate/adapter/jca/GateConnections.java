package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.Diagnosis;
import cn.ecogate.adapter.api.GateConnection;
import cn.ecogate.adapter.api.GateConnectionFactory;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.WeightReport;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.Reference;

/**
 * The connection factory that applications look up; each application has its own, the devices are
 * one.
 */
public final class GateConnections implements GateConnectionFactory {

  private static final long serialVersionUID = 1L;

  private final DeviceConnectionFactory factory;
  private final ConnectionManager manager;
  private Reference reference;

  GateConnections(DeviceConnectionFactory factory, ConnectionManager manager) {
    this.factory = factory;
    this.manager = manager;
  }

  @Override
  public void install(Collection<DeviceSpec> devices) throws GateException {
    factory.adapter().install(devices);
  }

  @Override
  public void heardUntil(Map<String, Instant> newest) {
    factory.adapter().heardUntil(newest);
  }

  @Override
  public GateConnection connect(String deviceId) throws GateException {
    if (!factory.adapter().holds(deviceId)) {
      throw new GateException("没有安装设备 " + deviceId);
    }
    try {
      return (GateConnection) manager.allocateConnection(factory, new DeviceRequest(deviceId));
    } catch (ResourceException e) {
      throw new GateException("服务器没有给出到 " + deviceId + " 的连接：" + e.getMessage(), e);
    }
  }

  @Override
  public List<DeviceHealth> health() {
    return factory.adapter().health();
  }

  @Override
  public Optional<Diagnosis> diagnosis(String deviceId) {
    return factory.adapter().diagnosis(deviceId);
  }

  @Override
  public List<BarrierReport> barriers() {
    return factory.adapter().barriers();
  }

  @Override
  public List<WeightReport> weights() {
    return factory.adapter().weights();
  }

  @Override
  public void setReference(Reference reference) {
    this.reference = reference;
  }

  @Override
  public Reference getReference() {
    return reference;
  }
}
