package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateConnection;
import cn.ecogate.adapter.api.GateException;

/** The application's handle on a device; worth nothing once given back. */
public final class Lease implements GateConnection {

  private volatile DeviceConnection connection;

  Lease(DeviceConnection connection) {
    this.connection = connection;
  }

  @Override
  public void send(GateCommand command) throws GateException {
    lent().send(this, command);
  }

  @Override
  public byte[] snapshot() throws GateException {
    return lent().snapshot(this);
  }

  private DeviceConnection lent() throws GateException {
    DeviceConnection lent = connection;
    if (lent == null) {
      throw new GateException("设备连接已归还，请重新取得后再发命令");
    }
    return lent;
  }

  @Override
  public void close() {
    DeviceConnection lent = connection;
    connection = null;
    if (lent != null) {
      lent.close(this);
    }
  }

  void moveTo(DeviceConnection other) {
    DeviceConnection lent = connection;
    connection = other;
    if (lent != null) {
      lent.forget(this);
    }
  }

  void invalidate() {
    connection = null;
  }
}
