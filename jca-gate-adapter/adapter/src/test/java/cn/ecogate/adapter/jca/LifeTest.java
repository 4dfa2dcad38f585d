package cn.ecogate.adapter.jca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.link.Timings;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The adapter under the server's hand: started, activated, redeployed, stopped. */
class LifeTest {

  private final FakeServerThreads server = new FakeServerThreads();
  private final GateAdapter adapter =
      new GateAdapter(Clock.systemUTC(), Timings.FIELD, Path.of("target/history-of-nobody"));
  private final FakeBean bean = new FakeBean();

  @BeforeEach
  void start() throws ResourceException {
    adapter.start(server);
  }

  @AfterEach
  void stopEndsEveryThread() throws InterruptedException {
    adapter.stop();
    assertThat(server.survivors(5_000)).isEmpty();
    assertThat(bean.breaches).isEmpty();
  }

  @Test
  void installMayComeBeforeTheBeans() throws Exception {
    adapter.install(List.of(deadBarrier("a")));

    adapter.endpointActivation(bean, new DeviceActivation());

    assertThat(((DeviceHealth) bean.next()).deviceId()).isEqualTo("a");
  }

  @Test
  void installMayComeAfterTheBeans() throws Exception {
    adapter.endpointActivation(bean, new DeviceActivation());

    adapter.install(List.of(deadBarrier("a")));

    assertThat(((DeviceHealth) bean.next()).deviceId()).isEqualTo("a");
  }

  @Test
  void devicesStayWhenTheApplicationIsDeployedAnew() throws Exception {
    DeviceActivation first = new DeviceActivation();
    adapter.endpointActivation(bean, first);
    adapter.install(List.of(deadBarrier("a")));
    bean.next();
    adapter.endpointDeactivation(bean, first);
    FakeBean again = new FakeBean();

    adapter.install(List.of(deadBarrier("a"), deadBarrier("b")));
    adapter.endpointActivation(again, new DeviceActivation());

    while (!((DeviceHealth) again.next()).deviceId().equals("b")) {
      assertThat(again.breaches).isEmpty();
    }
    assertThat(adapter.health()).extracting(DeviceHealth::deviceId).containsExactly("a", "b");
  }

  @Test
  void oneFactoryMayListenToBoth() throws Exception {
    adapter.endpointActivation(bean, new DeviceActivation());
    adapter.endpointActivation(bean, new PlateActivation());

    adapter.endpointDeactivation(bean, new PlateActivation());
    adapter.install(List.of(deadBarrier("a")));

    assertThat(bean.next()).isInstanceOf(DeviceHealth.class);
  }

  @Test
  void anotherAdaptersActivationIsRefused() {
    ActivationSpec stranger =
        new ActivationSpec() {
          @Override
          public void validate() {}

          @Override
          public ResourceAdapter getResourceAdapter() {
            return adapter;
          }

          @Override
          public void setResourceAdapter(ResourceAdapter set) {}
        };

    assertThatThrownBy(() -> adapter.endpointActivation(bean, stranger))
        .isInstanceOf(NotSupportedException.class);
  }

  @Test
  void stoppedAdapterTakesNoBeansAndMayBeStoppedTwice() {
    adapter.stop();
    adapter.stop();

    assertThatThrownBy(() -> adapter.endpointActivation(bean, new PlateActivation()))
        .isInstanceOf(ResourceAdapterInternalException.class);
    adapter.endpointDeactivation(bean, new PlateActivation());
  }

  @Test
  void serverWithoutThreadsFailsTheStartInWords() {
    FakeServerThreads none = new FakeServerThreads();
    none.exhausted = true;

    assertThatThrownBy(() -> new GateAdapter().start(none))
        .isInstanceOf(ResourceAdapterInternalException.class)
        .hasMessageContaining("没有空闲线程");
  }

  @Test
  void nothingTakesPartInTransactions() {
    assertThat(adapter.getXAResources(new ActivationSpec[0])).isEmpty();
  }

  /** A barrier that is switched off: at this port nobody listens any more. */
  private static DeviceSpec deadBarrier(String id) throws Exception {
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new DeviceSpec(
          id,
          "modbus-relay",
          "tcp://127.0.0.1:" + gone.getLocalPort(),
          "",
          "",
          Map.of("open-coil", "0"));
    }
  }
}
