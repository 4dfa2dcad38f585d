package cn.ecogate.adapter.jca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand.OpenBarrier;
import cn.ecogate.adapter.api.GateCommand.Say;
import cn.ecogate.adapter.api.GateConnection;
import cn.ecogate.adapter.api.GateConnectionFactory;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.link.LinkFailure;
import cn.ecogate.adapter.link.Timings;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leases, the pool that keeps them, and the link that none of them owns. */
class PoolTest {

  private final FakeServerThreads server = new FakeServerThreads();
  private final GateAdapter adapter =
      new GateAdapter(Clock.systemUTC(), Timings.FIELD, Path.of("target/history-of-nobody"));
  private final DeviceConnectionFactory factory = new DeviceConnectionFactory();
  private final Pool pool = new Pool();
  private final ServerSocket relay = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private volatile boolean mute;
  private GateConnectionFactory gate;

  PoolTest() throws IOException {}

  @BeforeEach
  void start() throws Exception {
    adapter.start(server);
    factory.setResourceAdapter(adapter);
    gate = (GateConnectionFactory) factory.createConnectionFactory(pool);
    Thread board = new Thread(this::echo, "echo");
    board.setDaemon(true);
    board.start();
    gate.install(List.of(barrier("a", "0"), barrier("b", "2")));
    linked();
  }

  @AfterEach
  void stopEndsEveryThread() throws Exception {
    adapter.stop();
    relay.close();
    assertThat(server.survivors(5_000)).isEmpty();
  }

  @Test
  void leaseGivenBackIsUsedAgain() throws GateException {
    gate.connect("a").close();
    gate.connect("a").close();

    assertThat(pool.created).hasSize(1);
    assertThat(pool.closedEvents).isEqualTo(2);
  }

  @Test
  void closingTwiceIsToldOnce() throws GateException {
    GateConnection lease = gate.connect("a");
    lease.close();
    lease.close();

    assertThat(pool.closedEvents).isEqualTo(1);
  }

  @Test
  void leaseGivenBackIsWorthNothing() throws GateException {
    GateConnection lease = gate.connect("a");
    lease.close();

    assertThatThrownBy(() -> lease.send(new OpenBarrier()))
        .isInstanceOf(GateException.class)
        .hasMessageContaining("已归还");
  }

  @Test
  void closingALeaseLeavesTheLink() throws Exception {
    try (GateConnection lease = gate.connect("a")) {
      lease.send(new OpenBarrier());
    }
    assertThat(adapter.holds("a")).isTrue();
    try (GateConnection lease = gate.connect("b")) {
      lease.send(new OpenBarrier());
    }
  }

  @Test
  void emptyPoolMatchesNothing() {
    assertThat(factory.matchManagedConnections(new HashSet<>(), null, new DeviceRequest("a")))
        .isNull();
  }

  @Test
  void leaseOfAnotherDeviceDoesNotMatch() throws GateException {
    gate.connect("a").close();

    assertThat(factory.matchManagedConnections(pool.free, null, new DeviceRequest("b"))).isNull();
    assertThat(factory.matchManagedConnections(pool.free, null, new DeviceRequest("a")))
        .isSameAs(pool.created.get(0));
  }

  @Test
  void strangersInThePoolAreLeftAlone() {
    Set<Object> strangers = new HashSet<>(Set.of("not a connection"));

    assertThat(factory.matchManagedConnections(strangers, null, new DeviceRequest("a"))).isNull();
    assertThat(factory.getInvalidConnections(strangers)).isEmpty();
  }

  @Test
  void poolThatDoesNotMatchStillReachesTheRightDevice() throws Exception {
    pool.matching = false;
    gate.connect("a").close();

    try (GateConnection lease = gate.connect("b")) {
      assertThat(pool.created).hasSize(1);
      assertThat(((DeviceConnection) pool.created.get(0)).fits("b")).isTrue();
      lease.send(new OpenBarrier());
    }
  }

  @Test
  void deadLinkIsToldToThePoolAndDoesNotStayInIt() throws Exception {
    gate.connect("a").send(new OpenBarrier());
    mute = true;
    GateConnection lease = gate.connect("a");

    assertThatThrownBy(() -> lease.send(new OpenBarrier())).isInstanceOf(LinkFailure.class);

    assertThat(pool.errorEvents).isEqualTo(1);
    assertThat(pool.free).doesNotContain(pool.created.get(pool.created.size() - 1));
    lease.close();
    assertThat(pool.closedEvents).as("the pool has thrown it away already").isZero();
    assertThat(adapter.holds("a")).as("the link is not the pool's to throw away").isTrue();
  }

  @Test
  void refusalOfADeviceIsNoErrorOfItsLink() throws Exception {
    GateConnection lease = gate.connect("a");
    lease.send(new OpenBarrier());

    assertThatThrownBy(() -> lease.send(new Say("你好")))
        .isInstanceOf(GateException.class)
        .isNotInstanceOf(LinkFailure.class);

    assertThat(pool.errorEvents).isZero();
  }

  @Test
  void leaseOfADeviceThatWasLetGoIsInvalid() throws Exception {
    gate.connect("a").close();
    gate.install(List.of(barrier("b", "2")));

    assertThat(factory.getInvalidConnections(new HashSet<>(pool.free))).hasSize(1);
    assertThatThrownBy(() -> gate.connect("a")).hasMessage("没有安装设备 a");
  }

  @Test
  void refusedListChangesNothing() {
    assertThatThrownBy(() -> gate.install(List.of(barrier("c", "0"), barrier("d", "0"))))
        .isInstanceOf(GateException.class)
        .hasMessageContaining("设备 d 的 open-coil：线圈 0 已用于 c open-coil");

    assertThat(gate.health()).extracting(h -> h.deviceId()).containsExactly("a", "b");
    assertThat(gate.barriers()).extracting(b -> b.deviceId()).containsExactly("a", "b");
  }

  @Test
  void leaseMovesToAnotherManagedConnection() throws Exception {
    Lease lease = (Lease) gate.connect("a");
    DeviceConnection other =
        (DeviceConnection) factory.createManagedConnection(null, new DeviceRequest("a"));

    other.associateConnection(lease);

    lease.send(new OpenBarrier());
    lease.close();
    assertThat(pool.closedEvents).as("the first one has nothing to do with it any more").isZero();
  }

  @Test
  void barrierCannotBeRolledBack() throws GateException {
    gate.connect("a");
    ManagedConnection connection = pool.created.get(0);

    assertThatThrownBy(connection::getXAResource).isInstanceOf(NotSupportedException.class);
    assertThatThrownBy(connection::getLocalTransaction).isInstanceOf(NotSupportedException.class);
  }

  @Test
  void stoppedAdapterSaysSo() {
    adapter.stop();

    assertThatThrownBy(() -> gate.install(List.of())).hasMessage("设备适配器没有启动");
    assertThat(gate.health()).isEmpty();
  }

  /** Links come up in their own time; a command before that is a failure of the link. */
  private void linked() {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (gate.health().stream().anyMatch(h -> h.state() != DeviceHealth.State.UP)) {
      assertThat(System.nanoTime()).as("the link never came up").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private DeviceSpec barrier(String id, String coil) {
    return new DeviceSpec(
        id,
        "modbus-relay",
        "tcp://127.0.0.1:" + relay.getLocalPort(),
        "",
        "",
        Map.of("open-coil", coil));
  }

  /** A board that echoes writes, and answers the question for a coil with "off". */
  private void echo() {
    try {
      while (true) {
        Socket socket = relay.accept();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        Thread each = new Thread(() -> answer(in, socket), "echo-connection");
        each.setDaemon(true);
        each.start();
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void answer(DataInputStream in, Socket socket) {
    byte[] request = new byte[8];
    try {
      while (true) {
        in.readFully(request);
        if (!mute) {
          socket
              .getOutputStream()
              .write(request[1] == 5 ? request : new byte[] {1, 1, 1, 0, 0x51, (byte) 0x88});
        }
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  /** A pool in the manner of a server's. */
  private static final class Pool implements ConnectionManager, ConnectionEventListener {

    private static final long serialVersionUID = 1L;

    final transient List<ManagedConnection> created = new ArrayList<>();
    final transient Set<Object> free = new HashSet<>();
    boolean matching = true;
    int closedEvents;
    int errorEvents;

    @Override
    public Object allocateConnection(
        ManagedConnectionFactory factory, ConnectionRequestInfo request) throws ResourceException {
      ManagedConnection found =
          matching
              ? factory.matchManagedConnections(free, null, request)
              : (ManagedConnection) free.stream().findFirst().orElse(null);
      if (found == null) {
        found = factory.createManagedConnection(null, request);
        found.addConnectionEventListener(this);
        created.add(found);
      }
      free.remove(found);
      return found.getConnection(null, request);
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
      closedEvents++;
      ManagedConnection connection = (ManagedConnection) event.getSource();
      try {
        connection.cleanup();
      } catch (ResourceException e) {
        throw new IllegalStateException(e);
      }
      free.add(connection);
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
      errorEvents++;
      ManagedConnection connection = (ManagedConnection) event.getSource();
      try {
        connection.destroy();
      } catch (ResourceException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void localTransactionStarted(ConnectionEvent event) {}

    @Override
    public void localTransactionCommitted(ConnectionEvent event) {}

    @Override
    public void localTransactionRolledback(ConnectionEvent event) {}
  }
}
