package cn.ecogate.simulator.vzenith;

import cn.ecogate.simulator.camera.Capture;
import cn.ecogate.simulator.line.FrameTalk;
import cn.ecogate.simulator.line.Line;
import cn.ecogate.simulator.line.Mischief;
import cn.ecogate.simulator.picture.Studio;
import cn.ecogate.simulator.truth.Json;
import cn.ecogate.simulator.truth.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One host at a Vzenith camera: its requests one after the other, and results in between. */
final class VzenithSession {

  /** The whole protocol speaks the old national standard's characters. */
  private static final Charset GB = Charset.forName("GBK");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int LOOK_MILLIS = 10;
  private static final int OK = 200;
  private static final int WRONG = 400;
  private static final int MISSING = 404;
  private static final int LIE = 24;

  private final VzenithCamera camera;
  private final Line line;
  private final long heartbeatMillis;
  private final VzFrames frames = new VzFrames();
  private final BlockingQueue<Capture> results = new LinkedBlockingQueue<>();
  private volatile boolean subscribed;
  private boolean withImages;
  private boolean serialOpen;
  private int number;

  VzenithSession(VzenithCamera camera, Line line, long heartbeatMillis) {
    this.camera = camera;
    this.line = line;
    this.heartbeatMillis = heartbeatMillis;
  }

  boolean subscribed() {
    return subscribed;
  }

  void offer(Capture capture) {
    if (subscribed) {
      results.add(capture);
    }
  }

  void run() throws IOException, VzFrames.Broken {
    byte[] chunk = new byte[4_096];
    long nextBeat = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(heartbeatMillis);
    while (true) {
      int read = line.read(chunk, LOOK_MILLIS);
      if (read < 0) {
        return;
      }
      for (VzFrames.Frame frame : frames.take(chunk, read)) {
        camera.heardHost();
        if (frame.type() == VzFrames.JSON) {
          obey(new String(frame.body(), GB));
        }
      }
      for (Capture next = results.poll(); next != null; next = results.poll()) {
        push(next);
      }
      if (System.nanoTime() >= nextBeat) {
        line.write(VzFrames.of(VzFrames.HEARTBEAT, number++, new byte[0], 0));
        nextBeat += TimeUnit.MILLISECONDS.toNanos(heartbeatMillis);
      }
    }
  }

  private void push(Capture capture) throws IOException {
    byte[] body = result("ivsresult", capture, withImages);
    int own = number++;
    camera
        .tools()
        .mischief()
        .send(
            line,
            lying ->
                VzFrames.of(VzFrames.JSON, own, body, lying ? body.length - LIE : body.length));
    capture.markDelivered();
  }

  /** JSON, a zero, the whole picture and the plate's, one behind the other. */
  private byte[] result(String cmd, Capture capture, boolean images) {
    Studio.Shot shot = camera.photos(capture);
    ZonedDateTime local = capture.local();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("PlateResult", VzenithWords.result(capture, camera.opened(capture)));
    json.put("active_id", 0);
    json.put("clipImgSize", images ? shot.plate().length : 0);
    json.put("cmd", cmd);
    json.put("fullImgSize", images ? shot.scene().length : 0);
    json.put("id", capture.serial());
    json.put("imageformat", "jpg");
    json.put("timeString", TIME.format(local));
    ByteArrayOutputStream all = new ByteArrayOutputStream(200_000);
    all.writeBytes(Json.of(json).getBytes(GB));
    all.write(0);
    if (images) {
      all.writeBytes(shot.scene());
      all.writeBytes(shot.plate());
    }
    return all.toByteArray();
  }

  private void obey(String text) throws IOException {
    Map<String, Object> asked;
    try {
      asked = JsonText.object(text.replace("\0", "").strip()).members();
    } catch (IllegalArgumentException wrong) {
      camera.tools().truth().note("noise", camera.device(), "what", wrong.getMessage());
      answer(Map.of(), Map.of("state_code", WRONG, "error_msg", "no json"));
      return;
    }
    switch (String.valueOf(asked.get("cmd"))) {
      case "ivsresult" -> {
        subscribed = Boolean.TRUE.equals(asked.get("enable"));
        withImages = !Boolean.FALSE.equals(asked.get("image"));
        answer(asked, Map.of("state_code", OK));
      }
      case "get_max_rec_id" ->
          answer(asked, Map.of("state_code", OK, "max_id", camera.newestRecord()));
      case "get_record" -> record(asked);
      case "get_image" -> image(asked);
      case "get_snapshot" ->
          answer(
              asked,
              Map.of(
                  "state_code",
                  OK,
                  "imgformat",
                  "jpg",
                  "imgdata",
                  Base64.getEncoder().encodeToString(camera.still())));
      case "getsn" -> answer(asked, Map.of("state_code", OK, "value", camera.serialNo()));
      case "get_device_timestamp" ->
          answer(asked, Map.of("state_code", OK, "timestamp", camera.timestamp()));
      case "set_time" -> answer(asked, Map.of("state_code", OK));
      case "ioctl", "ioctl_resp" -> output(asked);
      case "get_gpio_value" -> input(asked);
      case "white_list_operator" -> whiteList(asked);
      case "reg_offline_check", "offline" -> offline(asked);
      case "get_offline_status" ->
          answer(
              asked,
              Map.of("state_code", OK, "body", Map.of("offline_status", camera.offline() ? 0 : 1)));
      case "ttransmission" -> serial(asked);
      default -> answer(asked, Map.of("state_code", MISSING, "error_msg", "unknown command"));
    }
  }

  private void answer(Map<String, Object> asked, Map<String, ?> with) throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    for (String echoed : List.of("cmd", "id")) {
      if (asked.containsKey(echoed)) {
        answer.put(echoed, asked.get(echoed));
      }
    }
    answer.putAll(with);
    byte[] body = Json.of(answer).getBytes(GB);
    line.write(VzFrames.of(VzFrames.JSON, number++, body, body.length));
  }

  private void record(Map<String, Object> asked) throws IOException {
    Optional<Capture> record = camera.record(whole(asked.get("id"), 0));
    if (record.isEmpty()) {
      answer(asked, Map.of("state_code", MISSING, "error_msg", "no such record"));
      return;
    }
    boolean images = !Boolean.FALSE.equals(asked.get("image"));
    byte[] body = result("get_record", record.get(), images);
    line.write(VzFrames.of(VzFrames.JSON, number++, body, body.length));
    camera
        .tools()
        .truth()
        .note("record-fetched", camera.device(), "event", whole(asked.get("id"), 0));
  }

  private void image(Map<String, Object> asked) throws IOException {
    Optional<Capture> record = camera.record(whole(asked.get("id"), 0));
    if (record.isEmpty()) {
      answer(asked, Map.of("state_code", MISSING, "size", 0));
      return;
    }
    byte[] scene = camera.photos(record.get()).scene();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cmd", "get_image");
    json.put("id", asked.get("id"));
    json.put("state_code", OK);
    json.put("size", scene.length);
    ByteArrayOutputStream all = new ByteArrayOutputStream(scene.length + 128);
    all.writeBytes(Json.of(json).getBytes(GB));
    all.write(0);
    all.writeBytes(scene);
    line.write(VzFrames.of(VzFrames.JSON, number++, all.toByteArray(), all.size()));
  }

  /** 0 = off, 1 = on, 2 = on, and off by itself after the delay. */
  private void output(Map<String, Object> asked) throws IOException {
    int io = whole(asked.get("io"), -1);
    int value = whole(asked.get("value"), -1);
    if (io < 0 || io > 3 || value < 0 || value > 2) {
      answer(asked, Map.of("state_code", WRONG, "error_msg", "io or value"));
      return;
    }
    camera
        .attached()
        .gate()
        .ifPresent(gate -> move(gate, io, value, whole(asked.get("delay"), 500)));
    answer(asked, Map.of("state_code", OK));
  }

  private void move(VzenithCamera.Gate gate, int io, int value, int delay) {
    String contact = gate.contacts().getOrDefault(io, "nothing");
    camera
        .tools()
        .truth()
        .note("gate-command", gate.device(), "command", contact, "io", io, "value", value);
    close(gate, contact, value != 0);
    if (value == 2) {
      camera
          .tools()
          .timers()
          .schedule(() -> close(gate, contact, false), delay, TimeUnit.MILLISECONDS);
    }
  }

  private static void close(VzenithCamera.Gate gate, String contact, boolean closed) {
    if (contact.equals("open")) {
      gate.barrier().openContact(closed);
    } else if (contact.equals("close")) {
      gate.barrier().closeContact(closed);
    }
  }

  private void input(Map<String, Object> asked) throws IOException {
    int gpio = whole(asked.get("gpio"), -1);
    String hangs =
        camera.attached().gate().map(gate -> gate.inputs().getOrDefault(gpio, "")).orElse("");
    boolean on =
        camera
            .attached()
            .gate()
            .map(
                gate ->
                    switch (hangs) {
                      case "loop" -> gate.barrier().occupied();
                      case "up" -> gate.barrier().upLimit();
                      case "down" -> gate.barrier().downLimit();
                      default -> false;
                    })
            .orElse(false);
    answer(asked, Map.of("state_code", OK, "gpio", gpio, "value", on ? 1 : 0));
  }

  private void whiteList(Map<String, Object> asked) throws IOException {
    String what = String.valueOf(asked.get("operator_type"));
    String plate = asked.get("plate") instanceof String text ? text : "";
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("operator_type", what);
    boolean done = true;
    switch (what) {
      case "update_or_add" -> {
        Object given = asked.get("dldb_rec");
        List<?> entries =
            given instanceof List<?> list ? list : given == null ? List.of() : List.of(given);
        for (Object entry : entries) {
          done &= entry instanceof Map<?, ?> map && camera.whiteList().put(map);
        }
        done &= !entries.isEmpty();
      }
      case "delete" -> done = camera.whiteList().remove(plate);
      case "select" -> answer.put("dldb_rec", camera.whiteList().matching(plate));
      default -> done = false;
    }
    answer.put("state_code", done ? OK : WRONG);
    answer.put("state", done ? "succeed" : "failed");
    camera
        .tools()
        .truth()
        .note("white-list", camera.device(), "operator", what, "plates", camera.listed());
    answer(asked, answer);
  }

  private void offline(Map<String, Object> asked) throws IOException {
    boolean cancel = "cancel".equals(asked.get("subcmd")) || "cancel".equals(asked.get("sucmd"));
    camera.checkOffline(cancel ? 0 : Math.max(0, whole(asked.get("interval"), 0)));
    answer(asked, Map.of("state_code", OK, "response", "ok"));
  }

  /** Bytes for what hangs on the serial port; its answer comes back the same way. */
  private void serial(Map<String, Object> asked) throws IOException {
    String what = String.valueOf(asked.get("subcmd"));
    switch (what) {
      case "init" -> serialOpen = true;
      case "uninit" -> serialOpen = false;
      case "send" -> {
        byte[] bytes;
        try {
          bytes = Base64.getDecoder().decode(String.valueOf(asked.get("data")));
        } catch (IllegalArgumentException wrong) {
          answer(asked, Map.of("state_code", WRONG, "subcmd", what, "response", "fail"));
          return;
        }
        answer(asked, Map.of("state_code", OK, "subcmd", what, "response", "ok"));
        show(bytes, String.valueOf(asked.get("comm")));
        return;
      }
      default -> {
        answer(asked, Map.of("state_code", WRONG, "subcmd", what, "response", "fail"));
        return;
      }
    }
    answer(asked, Map.of("state_code", OK, "subcmd", what, "response", "ok"));
  }

  private void show(byte[] bytes, String comm) throws IOException {
    if (camera.attached().display().isEmpty()) {
      return;
    }
    ByteArrayOutputStream back = new ByteArrayOutputStream();
    var wire = new SerialWire(bytes, back);
    FrameTalk talk =
        new FrameTalk(
            camera.attached().display().get(),
            0,
            (what, hex) ->
                camera.tools().truth().note("noise", camera.device(), "what", what, "bytes", hex),
            new Mischief());
    if (camera.attached().baudPace() > 0) {
      LockSupport.parkNanos(bytes.length * 10_000_000_000L / camera.attached().baudPace());
    }
    talk.hold(wire);
    if (serialOpen && back.size() > 0) {
      byte[] body =
          Json.of(
                  Map.of(
                      "cmd",
                      "ttransmission",
                      "subcmd",
                      "recv",
                      "comm",
                      comm,
                      "datalen",
                      back.size(),
                      "data",
                      Base64.getEncoder().encodeToString(back.toByteArray())))
              .getBytes(GB);
      line.write(VzFrames.of(VzFrames.JSON, number++, body, body.length));
    }
  }

  /** The camera's serial port, as far as one message goes. */
  private static final class SerialWire implements Line {

    private final byte[] out;
    private final ByteArrayOutputStream back;
    private int given;

    SerialWire(byte[] out, ByteArrayOutputStream back) {
      this.out = out;
      this.back = back;
    }

    @Override
    public int read(byte[] into, int waitMillis) {
      if (given == out.length) {
        return -1;
      }
      int now = Math.min(out.length - given, into.length);
      System.arraycopy(out, given, into, 0, now);
      given += now;
      return now;
    }

    @Override
    public void write(byte[] bytes) {
      back.writeBytes(bytes);
    }

    @Override
    public void hangUp() {
      // A serial wire has nobody who hangs up.
    }
  }

  private static int whole(Object value, int otherwise) {
    if (value instanceof BigDecimal number) {
      return number.intValue();
    }
    if (value instanceof String text && text.matches("\\d{1,9}")) {
      return Integer.parseInt(text);
    }
    return otherwise;
  }
}
