package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.catalogue.Settings;
import cn.ecogate.adapter.wire.JsonTree;
import cn.ecogate.adapter.wire.VzenithTalk;
import java.io.IOException;
import java.util.Base64;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A parking board on a Vzenith camera's serial port, spoken to through its transparent channel. */
final class VzenithBoard {

  private final VzenithLine line;
  private final Gauge gauge;
  private final Timings timings;
  private final String port;
  private final Display display;
  private final LinkedBlockingQueue<byte[]> echoes = new LinkedBlockingQueue<>(16);

  VzenithBoard(DeviceSpec spec, VzenithLine line, Gauge gauge, Timings timings) {
    Settings told = Settings.of(spec);
    this.line = line;
    this.gauge = gauge;
    this.timings = timings;
    this.port = told.text("port");
    this.display = new Display(told.number("board"), told.number("lines"), this::send, gauge);
  }

  Gauge gauge() {
    return gauge;
  }

  void connected() throws IOException {
    line.ask("ttransmission", id -> VzenithTalk.serialOpen(id, port), timings.reply());
  }

  void obey(GateCommand command) throws IOException {
    display.obey(command);
  }

  /** What came from the serial port. */
  void heard(JsonTree document) {
    if (document.text("data").isEmpty()) {
      return; // The camera's own word that it took something; not every firmware has one.
    }
    try {
      echoes.offer(Base64.getDecoder().decode(document.text("data")));
      gauge.heard();
    } catch (IllegalArgumentException e) {
      gauge.failed("串口透传的数据不是 base64");
    }
  }

  /**
   * The camera takes it without a word, and not every firmware hands the board's answer back: it is
   * waited for so that frames do not run into one another, and not missed if it does not come.
   */
  private void send(byte[] frame) throws IOException {
    echoes.clear();
    line.tell(id -> VzenithTalk.serialSend(id, port, frame));
    try {
      echoes.poll(timings.lateAnswer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
