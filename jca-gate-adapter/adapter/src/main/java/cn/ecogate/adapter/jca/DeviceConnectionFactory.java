package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.api.GateConnection;
import cn.ecogate.adapter.api.GateConnectionFactory;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import jakarta.resource.spi.ValidatingManagedConnectionFactory;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import javax.security.auth.Subject;

/** Makes and matches the leases that the server's pool keeps. */
@ConnectionDefinition(
    connectionFactory = GateConnectionFactory.class,
    connectionFactoryImpl = GateConnections.class,
    connection = GateConnection.class,
    connectionImpl = Lease.class)
public class DeviceConnectionFactory
    implements ManagedConnectionFactory,
        ResourceAdapterAssociation,
        ValidatingManagedConnectionFactory {

  private static final long serialVersionUID = 1L;

  private transient GateAdapter adapter;
  private transient PrintWriter logWriter;

  @Override
  public Object createConnectionFactory(ConnectionManager manager) {
    return new GateConnections(this, manager);
  }

  @Override
  public Object createConnectionFactory() throws ResourceException {
    throw new NotSupportedException("the adapter needs a server that manages its connections");
  }

  @Override
  public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo request) {
    return new DeviceConnection(adapter, ((DeviceRequest) request).deviceId());
  }

  @Override
  @SuppressWarnings("rawtypes")
  public ManagedConnection matchManagedConnections(
      Set candidates, Subject subject, ConnectionRequestInfo request) {
    for (Object candidate : candidates) {
      if (candidate instanceof DeviceConnection
          && ((DeviceConnection) candidate).fits(((DeviceRequest) request).deviceId())) {
        return (DeviceConnection) candidate;
      }
    }
    return null;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Set getInvalidConnections(Set candidates) {
    Set<Object> invalid = new HashSet<>();
    for (Object candidate : candidates) {
      if (candidate instanceof DeviceConnection && !((DeviceConnection) candidate).usable()) {
        invalid.add(candidate);
      }
    }
    return invalid;
  }

  GateAdapter adapter() {
    return adapter;
  }

  @Override
  public ResourceAdapter getResourceAdapter() {
    return adapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) {
    this.adapter = (GateAdapter) adapter;
  }

  @Override
  public PrintWriter getLogWriter() {
    return logWriter;
  }

  @Override
  public void setLogWriter(PrintWriter logWriter) {
    this.logWriter = logWriter;
  }

  /** There is nothing to configure: two factories of one adapter are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DeviceConnectionFactory
        && ((DeviceConnectionFactory) other).adapter == adapter;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(adapter);
  }
}
