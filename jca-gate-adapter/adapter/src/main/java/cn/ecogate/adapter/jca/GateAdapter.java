package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceListener;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.Diagnosis;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.PlateListener;
import cn.ecogate.adapter.api.WeightReport;
import cn.ecogate.adapter.link.Switchboard;
import cn.ecogate.adapter.link.Threads;
import cn.ecogate.adapter.link.Timings;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.Serializable;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.transaction.xa.XAResource;

/** The connector as the server knows it: starts, stops, and passes on to links and mailroom. */
@Connector(
    displayName = "EcoGate gate adapter",
    description = "Cameras, barriers and displays of a factory gate",
    vendorName = "EcoGate",
    eisType = "Gate devices",
    version = "1.0",
    transactionSupport = TransactionSupportLevel.NoTransaction)
public class GateAdapter implements ResourceAdapter, Serializable {

  private static final long serialVersionUID = 1L;

  private static final System.Logger LOG = System.getLogger(GateAdapter.class.getName());

  /** Sightings of one camera that may wait in memory (some 10 MB with their pictures). */
  static final int PLATES_PER_CAMERA = 32;

  private static final Duration FIRST_REDELIVERY = Duration.ofMillis(200);
  private static final Duration LONGEST_REDELIVERY = Duration.ofSeconds(30);
  private static final Duration LEAVING = Duration.ofSeconds(10);

  private final transient Clock clock;
  private final transient Timings timings;
  private final transient Path sheds;
  private transient volatile Mailroom mailroom;
  private transient volatile Switchboard switchboard;

  public GateAdapter() {
    this(Clock.systemUTC(), Timings.FIELD, besideTheData());
  }

  GateAdapter(Clock clock, Timings timings, Path sheds) {
    this.clock = clock;
    this.timings = timings;
    this.sheds = sheds;
  }

  /** History waits in the application's data folder; a server that names none gets another. */
  private static Path besideTheData() {
    String data = System.getProperty("ecogate.data-dir", System.getProperty("java.io.tmpdir"));
    return Path.of(data, "history");
  }

  @Override
  public void start(BootstrapContext context) throws ResourceAdapterInternalException {
    Threads threads = new WorkThreads(context.getWorkManager());
    mailroom =
        new Mailroom(
            threads,
            context.getTransactionSynchronizationRegistry(),
            PLATES_PER_CAMERA,
            sheds,
            FIRST_REDELIVERY,
            LONGEST_REDELIVERY);
    switchboard = new Switchboard(threads, mailroom, clock, timings);
    try {
      mailroom.open();
    } catch (GateException e) {
      throw new ResourceAdapterInternalException(e.getMessage(), e);
    }
    LOG.log(Level.INFO, "设备适配器已启动，等待应用安装设备");
  }

  @Override
  public void stop() {
    Switchboard links = switchboard;
    Mailroom letters = mailroom;
    switchboard = null;
    mailroom = null;
    if (links == null) {
      return;
    }
    try {
      // The mailroom's boxes first: a link that waits for room in one must not hold up the end.
      letters.close(LEAVING);
      links.close(LEAVING);
      LOG.log(Level.INFO, "设备适配器已停止");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
      throws ResourceException {
    started().subscribe(factory, listener(spec));
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
    Mailroom letters = mailroom;
    if (letters != null) {
      letters.unsubscribe(
          factory,
          spec instanceof PlateActivation ? PlateListener.class : DeviceListener.class,
          LEAVING);
    }
  }

  private Mailroom started() throws ResourceException {
    Mailroom letters = mailroom;
    if (letters == null) {
      throw new ResourceAdapterInternalException("the adapter is not started");
    }
    return letters;
  }

  private static Class<?> listener(ActivationSpec spec) throws NotSupportedException {
    if (spec instanceof PlateActivation) {
      return PlateListener.class;
    }
    if (spec instanceof DeviceActivation) {
      return DeviceListener.class;
    }
    throw new NotSupportedException("unknown activation " + spec);
  }

  /** Nothing here takes part in a transaction. */
  @Override
  public XAResource[] getXAResources(ActivationSpec[] specs) {
    return new XAResource[0];
  }

  void install(Collection<DeviceSpec> devices) throws GateException {
    Switchboard links = links();
    links.install(devices);
    Mailroom letters = mailroom;
    if (letters != null) {
      letters.keepOnly(links.deviceIds());
    }
  }

  void heardUntil(Map<String, Instant> newest) {
    Switchboard links = switchboard;
    if (links != null) {
      links.heardUntil(newest);
    }
  }

  void send(String deviceId, GateCommand command) throws GateException {
    links().send(deviceId, command);
  }

  byte[] snapshot(String deviceId) throws GateException {
    return links().snapshot(deviceId);
  }

  boolean holds(String deviceId) {
    Switchboard links = switchboard;
    return links != null && links.holds(deviceId);
  }

  List<DeviceHealth> health() {
    Switchboard links = switchboard;
    return links == null ? List.of() : links.health();
  }

  Optional<Diagnosis> diagnosis(String deviceId) {
    Switchboard links = switchboard;
    return links == null ? Optional.empty() : links.diagnosis(deviceId);
  }

  List<BarrierReport> barriers() {
    Switchboard links = switchboard;
    return links == null ? List.of() : links.barriers();
  }

  List<WeightReport> weights() {
    Switchboard links = switchboard;
    return links == null ? List.of() : links.weights();
  }

  private Switchboard links() throws GateException {
    Switchboard links = switchboard;
    if (links == null) {
      throw new GateException("设备适配器没有启动");
    }
    return links;
  }
}
