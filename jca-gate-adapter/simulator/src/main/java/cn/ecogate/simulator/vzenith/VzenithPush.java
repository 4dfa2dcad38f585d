package cn.ecogate.simulator.vzenith;

import cn.ecogate.simulator.camera.Capture;
import cn.ecogate.simulator.camera.Gear;
import cn.ecogate.simulator.camera.PushingCamera;
import cn.ecogate.simulator.picture.Studio;
import cn.ecogate.simulator.relay.Barrier;
import cn.ecogate.simulator.truth.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A Vzenith camera that posts JSON. The older firmware says an event five times at most; the newer
 * repeats it until it hears {@code retransfer_stop}, and leaves a comma too many.
 */
public final class VzenithPush extends PushingCamera {

  private static final String BOUNDARY = "------------------------caa771fe4a61f3d9";
  private static final long HEARTBEAT_MILLIS = 5_000;

  private final int number;
  private final String place;
  private final String password;
  private final Optional<Barrier> barrier;

  /**
   * @param password the camera's own, which its heartbeat carries in clear
   * @param barrier what a reply of {@code info: ok} opens
   */
  public VzenithPush(
      Gear gear,
      String device,
      String place,
      int number,
      URI host,
      String password,
      Optional<Barrier> barrier) {
    super(gear, device, host);
    this.number = number;
    this.place = place;
    this.password = password;
    this.barrier = barrier;
  }

  private boolean newer() {
    return number % 2 == 1;
  }

  @Override
  protected String eventId(Capture capture) {
    return String.valueOf(capture.serial());
  }

  @Override
  protected int repeats() {
    return newer() ? Integer.MAX_VALUE : resends();
  }

  @Override
  protected Post event(Capture capture, boolean late) {
    Studio.Shot shot = shot(capture, number * 16 + 1, place);
    Map<String, Object> result = VzenithWords.result(capture, 0);
    result.put("isoffline", late ? 1 : 0);
    result.put("imagePath", VzenithWords.imagePath(capture));
    result.put("imageFile", Base64.getEncoder().encodeToString(shot.scene()));
    result.put("imageFileLen", shot.scene().length);
    result.put("imageFragmentFile", Base64.getEncoder().encodeToString(shot.plate()));
    result.put("imageFragmentFileLen", shot.plate().length);
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("channel", 0);
    info.put("deviceName", "IVS");
    info.put("ipaddr", "127.0.0.1");
    info.put("result", Map.of("PlateResult", result));
    info.put("serialno", VzenithWords.serialNo(number));
    info.put("user_data", "");
    String json = Json.of(Map.of("AlarmInfoPlate", info));
    if (newer()) {
      json = json.substring(0, json.length() - 2) + ",}}";
    }
    return new Post("application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected Post heartbeat() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("device_name", "IVS");
    fields.put("ipaddr", "127.0.0.1");
    fields.put("port", "80");
    fields.put("user_name", "admin");
    fields.put("pass_wd", password);
    fields.put("serialno", VzenithWords.serialNo(number));
    fields.put("channel_num", "1");
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    body.append("--").append(BOUNDARY).append("--\r\n");
    return new Post(
        "multipart/form-data; boundary=" + BOUNDARY,
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected Heard heard(Capture capture, boolean late, Answer answer) {
    String said = answer.body().replaceAll("\\s", "");
    if (said.contains("\"info\":\"ok\"") || said.contains("ivs_ioctrl")) {
      gear().truth().note("opened-by-reply", device(), "late", late);
      barrier.ifPresent(boom -> boom.raise("the host's reply"));
    }
    if (late) {
      boolean mine = said.contains("\"plateid\":" + capture.serial());
      return said.contains("ContinuePushOffline") && mine
          ? said.contains("\"continue\":1") ? Heard.STORED : Heard.ENOUGH
          : Heard.AGAIN;
    }
    return said.contains("retransfer_stop") ? Heard.STORED : Heard.AGAIN;
  }

  @Override
  protected long heartbeatMillis() {
    return HEARTBEAT_MILLIS;
  }
}
