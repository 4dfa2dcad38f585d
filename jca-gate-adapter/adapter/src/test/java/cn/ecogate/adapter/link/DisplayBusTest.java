package cn.ecogate.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand.OpenBarrier;
import cn.ecogate.adapter.api.GateCommand.Say;
import cn.ecogate.adapter.api.GateCommand.ShowLines;
import cn.ecogate.adapter.api.GateCommand.Tone;
import com.ghgande.j2mod.modbus.util.ModbusUtil;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A parking display over TCP. */
class DisplayBusTest {

  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private volatile boolean mute;
  private final Collected outlet = new Collected();
  private final PlainThreads threads = new PlainThreads();
  private final Switchboard switchboard =
      new Switchboard(threads, outlet, Clock.systemUTC(), Quick.TIMINGS);
  private final FakeServer server = new FakeServer(this::serve);

  DisplayBusTest() throws IOException {}

  @AfterEach
  void everyThreadEnds() throws Exception {
    switchboard.close(Duration.ofSeconds(5));
    server.close();
    assertThat(threads.survivors(5_000)).isEmpty();
  }

  @Test
  void linesAreShownAndOldOnesBlanked() throws Exception {
    installed();

    switchboard.send("d", new ShowLines(List.of("云A12345", "国三禁行"), Tone.REFUSE, 10));
    switchboard.send("d", new ShowLines(List.of("欢迎"), Tone.ADMIT, 0));

    assertThat(said).containsExactly("0:云A12345", "1:国三禁行", "0:欢迎", "1: ");
  }

  @Test
  void sentenceIsSpoken() throws Exception {
    installed();

    switchboard.send("d", new Say("请稍候"));

    assertThat(said).containsExactly("voice:请稍候");
  }

  @Test
  void boardThatDoesNotAnswerIsDownUntilItDoes() throws Exception {
    installed();
    mute = true;
    assertThatThrownBy(() -> switchboard.send("d", new Say("一")))
        .isInstanceOf(LinkFailure.class)
        .hasMessageContaining("没有应答");
    assertThat(switchboard.health().get(0).state()).isEqualTo(State.DOWN);
    mute = false;

    switchboard.send("d", new Say("二"));

    assertThat(switchboard.health().get(0).state()).isEqualTo(State.UP);
  }

  @Test
  void lossOfTheLineIsNoticedAlthoughNobodySpeaks() throws Exception {
    installed();
    server.awaitConnection();

    server.hangUp();

    outlet.healthIn(State.DOWN);
    outlet.healthIn(State.UP);
  }

  @Test
  void displayOpensNothing() throws Exception {
    installed();

    assertThatThrownBy(() -> switchboard.send("d", new OpenBarrier()))
        .hasMessageContaining("显示屏不能");
  }

  private void installed() throws Exception {
    switchboard.install(
        List.of(
            new DeviceSpec(
                "d", "parking-board", "tcp://127.0.0.1:" + server.port(), "", "", Map.of())));
    outlet.healthIn(State.UP);
  }

  private void serve(Socket socket, int number) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    while (true) {
      byte[] head = new byte[6];
      in.readFully(head);
      byte[] data = new byte[(head[5] & 0xFF) + 2];
      in.readFully(data);
      Charset gbk = Charset.forName("GBK");
      if (head[4] == 0x62) {
        said.add(data[0] + ":" + new String(data, 19, data.length - 21, gbk));
      } else {
        said.add("voice:" + new String(data, 1, data.length - 3, gbk));
      }
      byte[] reply = {head[0], head[1], head[2], head[3], head[4], 1, 0, 0, 0};
      int[] crc = ModbusUtil.calculateCRC(reply, 0, 7);
      reply[7] = (byte) crc[0];
      reply[8] = (byte) crc[1];
      if (!mute) {
        socket.getOutputStream().write(reply);
      }
    }
  }
}
