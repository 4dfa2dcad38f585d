package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.ecogate.adapter.api.PlateSeen;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Vzenith's HTTP push: JSON for what happened, a form as heartbeat. The answer is always "no": a
 * barrier is opened by our own recorded command.
 */
public final class VzenithPush implements PushDialect {

  private static final String HEARD = "{\"Response_AlarmInfoPlate\":{\"info\":\"no\"}}";

  private final ZoneId zone;

  public VzenithPush(ZoneId zone) {
    this.zone = zone;
  }

  /** A vehicle of the camera with that serial number. */
  private record Vehicle(VzenithPlate plate, String serial, String rawDigest) implements Sighted {

    @Override
    public PlateSeen seenBy(String deviceId, Instant receivedAt) {
      return plate.seenBy(
          deviceId,
          plate.eventId(serial),
          receivedAt,
          plate.offline(),
          plate.pictures(),
          rawDigest);
    }
  }

  @Override
  public Pushed read(String contentType, byte[] body) throws WireException {
    if (!json(body)) {
      // The heartbeat's form carries the camera's own password: it is not looked into, nor kept.
      return sign(body);
    }
    JsonTree told = JsonTree.read(body, UTF_8);
    JsonTree alarm = told.at("AlarmInfoPlate");
    if (!alarm.present()) {
      // Inputs (AlarmGioIn), serial data, snapshots: a camera that lives.
      return Pushed.json(List.of(), HEARD);
    }
    VzenithPlate plate = read(alarm, body);
    Vehicle vehicle = new Vehicle(plate, alarm.text("serialno"), RawDigest.of(body));
    return Pushed.json(List.of(vehicle), answer(plate));
  }

  private VzenithPlate read(JsonTree alarm, byte[] body) throws WireException {
    try {
      return VzenithPlate.read(alarm.at("result", "PlateResult"), zone);
    } catch (WireException e) {
      throw new WireException(e.getMessage(), body);
    }
  }

  private static Pushed sign(byte[] body) throws WireException {
    if (body.length > 0 && !new String(body, UTF_8).contains("form-data")) {
      throw new WireException("既不是 JSON，也不是心跳表单（" + body.length + " 字节）");
    }
    return Pushed.json(List.of(), HEARD);
  }

  private static boolean json(byte[] body) {
    int at = 0;
    while (at < body.length && (body[at] <= ' ' && body[at] >= 0 || bomAt(body, at))) {
      at++;
    }
    return at < body.length && body[at] == '{';
  }

  private static boolean bomAt(byte[] body, int at) {
    return at < 3
        && (body[at] == (byte) 0xEF || body[at] == (byte) 0xBB || body[at] == (byte) 0xBF);
  }

  /**
   * {@code retransfer_stop}: without it newer firmware repeats for ever. A stored event's answer
   * asks for the next one.
   */
  private static String answer(VzenithPlate plate) {
    String id = plate.plateId().matches("[0-9]{1,18}") ? plate.plateId() : "0";
    String more =
        plate.offline() ? ",\"ContinuePushOffline\":{\"plateid\":" + id + ",\"continue\":1}" : "";
    return "{\"Response_AlarmInfoPlate\":{\"info\":\"no\",\"content\":\"retransfer_stop\",\"plateid\":"
        + id
        + more
        + "}}";
  }
}
