package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.catalogue.Settings;
import cn.ecogate.adapter.wire.HikvisionPush;
import cn.ecogate.adapter.wire.HuaxiaPush;
import cn.ecogate.adapter.wire.PushDialect;
import cn.ecogate.adapter.wire.Pushed;
import cn.ecogate.adapter.wire.VzenithPush;
import cn.ecogate.adapter.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** One camera that calls us: who it is, how it speaks, and how it is. */
final class Caller {

  /** How each driver's cameras speak. */
  private static final Map<String, Function<ZoneId, PushDialect>> DIALECTS =
      Map.of(
          "hikvision-push", HikvisionPush::new,
          "vzenith-push", VzenithPush::new,
          "huaxia-push", HuaxiaPush::new);

  private final String id;
  private final byte[] secret;

  /** Without a call for that long it is down; zero = it may be silent for ever. */
  private final Duration silence;

  final PushDialect dialect;
  final Gauge gauge;

  /** Its events that are handed on and not yet recorded, by id. */
  final Map<String, Boolean> underWay = new HashMap<>();

  private long lastCall = System.nanoTime();
  private boolean missed;
  private int wrongSecrets;

  Caller(DeviceSpec spec, Gauge gauge) {
    Settings settings = Settings.of(spec);
    this.id = spec.id();
    this.secret = digest(spec.password());
    this.dialect = DIALECTS.get(spec.driver()).apply(settings.zone("zone"));
    this.silence = Duration.ofSeconds(settings.number("silence-s"));
    this.gauge = gauge;
  }

  String id() {
    return id;
  }

  /** Takes the same time whatever is wrong about it. */
  boolean knows(String told) {
    boolean right = MessageDigest.isEqual(secret, digest(told));
    wrongSecrets += right ? 0 : 1;
    return right;
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  void understood(Pushed told) {
    called();
    gauge.heard();
    if (told.trouble().isEmpty()) {
      gauge.wellAgain();
    } else {
      gauge.failed(told.trouble());
    }
  }

  /** It called, whatever it wanted to say. */
  void misunderstood(WireException bad) {
    called();
    gauge.up();
    gauge.misunderstood(bad);
  }

  private void called() {
    lastCall = System.nanoTime();
    missed = false;
    wrongSecrets = 0;
  }

  /** The door is open: from now on the camera can be expected. */
  void expected() {
    lastCall = System.nanoTime();
    missed = false;
    if (gauge.health().state() == State.DOWN) {
      gauge.down("监听端口已打开，等待摄像机来电");
    }
  }

  /** Says once that it has not called for too long. */
  void watch() {
    boolean silent = System.nanoTime() - lastCall > silence.toNanos();
    if (!missed && !silence.isZero() && silent) {
      missed = true;
      gauge.down(
          "摄像机 "
              + silence.toSeconds()
              + " 秒没有来电，请检查摄像机电源、网络和其中设置的推送地址"
              + (wrongSecrets > 0 ? "；其间有 " + wrongSecrets + " 次来电的密钥不对" : ""));
    }
  }
}
