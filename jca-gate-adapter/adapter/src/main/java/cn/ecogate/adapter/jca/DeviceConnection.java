package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.link.LinkFailure;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.IllegalStateException;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;

/**
 * What the server's pool keeps: the right to speak to one device. The link itself belongs to the
 * switchboard, and survives whatever happens here.
 */
final class DeviceConnection implements ManagedConnection {

  private final GateAdapter adapter;
  private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
  private final Set<Lease> leases = ConcurrentHashMap.newKeySet();
  private volatile String deviceId;
  private volatile boolean failed;
  private PrintWriter logWriter;

  DeviceConnection(GateAdapter adapter, String deviceId) {
    this.adapter = adapter;
    this.deviceId = deviceId;
  }

  boolean fits(String wanted) {
    return usable() && deviceId.equals(wanted);
  }

  boolean usable() {
    return !failed && adapter.holds(deviceId);
  }

  @Override
  public Object getConnection(Subject subject, ConnectionRequestInfo request) {
    // A pool that is told not to match may hand us out for another device.
    deviceId = ((DeviceRequest) request).deviceId();
    Lease lease = new Lease(this);
    leases.add(lease);
    return lease;
  }

  @Override
  public void associateConnection(Object connection) throws ResourceException {
    if (!(connection instanceof Lease)) {
      throw new IllegalStateException("not a lease of this adapter");
    }
    ((Lease) connection).moveTo(this);
    leases.add((Lease) connection);
  }

  void send(Lease lease, GateCommand command) throws GateException {
    try {
      adapter.send(deviceId, command);
    } catch (LinkFailure e) {
      spoilt(lease, e);
      throw e;
    }
  }

  byte[] snapshot(Lease lease) throws GateException {
    try {
      return adapter.snapshot(deviceId);
    } catch (LinkFailure e) {
      spoilt(lease, e);
      throw e;
    }
  }

  private void spoilt(Lease lease, LinkFailure why) {
    failed = true;
    ConnectionEvent event =
        new ConnectionEvent(this, ConnectionEvent.CONNECTION_ERROR_OCCURRED, why);
    event.setConnectionHandle(lease);
    listeners.forEach(l -> l.connectionErrorOccurred(event));
  }

  void close(Lease lease) {
    if (leases.remove(lease)) {
      ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
      event.setConnectionHandle(lease);
      listeners.forEach(l -> l.connectionClosed(event));
    }
  }

  void forget(Lease lease) {
    leases.remove(lease);
  }

  /** Back in the pool: leases still held by somebody are worth nothing from here on. */
  @Override
  public void cleanup() {
    leases.forEach(Lease::invalidate);
    leases.clear();
  }

  @Override
  public void destroy() {
    failed = true;
    cleanup();
  }

  @Override
  public void addConnectionEventListener(ConnectionEventListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeConnectionEventListener(ConnectionEventListener listener) {
    listeners.remove(listener);
  }

  @Override
  public XAResource getXAResource() throws ResourceException {
    throw new NotSupportedException("a barrier cannot be rolled back");
  }

  @Override
  public LocalTransaction getLocalTransaction() throws ResourceException {
    throw new NotSupportedException("a barrier cannot be rolled back");
  }

  @Override
  public ManagedConnectionMetaData getMetaData() {
    return new ManagedConnectionMetaData() {
      @Override
      public String getEISProductName() {
        return "Gate device " + deviceId;
      }

      @Override
      public String getEISProductVersion() {
        return "";
      }

      @Override
      public int getMaxConnections() {
        return 0;
      }

      @Override
      public String getUserName() {
        return "";
      }
    };
  }

  @Override
  public void setLogWriter(PrintWriter logWriter) {
    this.logWriter = logWriter;
  }

  @Override
  public PrintWriter getLogWriter() {
    return logWriter;
  }
}
