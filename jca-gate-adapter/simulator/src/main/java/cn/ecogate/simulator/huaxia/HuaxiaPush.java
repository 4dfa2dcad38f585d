package cn.ecogate.simulator.huaxia;

import cn.ecogate.simulator.camera.Capture;
import cn.ecogate.simulator.camera.Gear;
import cn.ecogate.simulator.camera.PushingCamera;
import cn.ecogate.simulator.picture.Studio;
import cn.ecogate.simulator.picture.Subject.Reading;
import cn.ecogate.simulator.relay.Barrier;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A Huaxia camera in mode 5: form posts with pictures in its own base64. */
public final class HuaxiaPush extends PushingCamera {

  private static final long HEARTBEAT_MILLIS = 5_000;

  private final int number;
  private final String place;
  private final boolean in;
  private final Optional<Barrier> barrier;

  /**
   * @param barrier what a reply with {@code gpio_data} opens
   */
  public HuaxiaPush(
      Gear gear,
      String device,
      String place,
      boolean in,
      int number,
      URI host,
      Optional<Barrier> barrier) {
    super(gear, device, host);
    this.number = number;
    this.place = place;
    this.in = in;
    this.barrier = barrier;
  }

  @Override
  protected Post event(Capture capture, boolean late) {
    Studio.Shot shot = shot(capture, number * 16 + 1, place);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("type", late ? "offline" : "online");
    form.put("mode", "5");
    form.put("plate_num", capture.subject().reading() == Reading.READ ? plate(capture) : "无牌车");
    form.put("plate_color", color(capture));
    form.put("plate_val", "true");
    form.put("confidence", String.valueOf(capture.confidence()));
    form.put("car_logo", "");
    form.put("car_color", "");
    form.put("start_time", String.valueOf(capture.at().getEpochSecond()));
    form.put("park_id", "1");
    form.put("cam_id", camId());
    form.put("cam_ip", "127.0.0.1");
    form.put("vdc_type", in ? "in" : "out");
    form.put("is_whitelist", "false");
    form.put("triger_type", "video");
    form.put("picture", pictures(shot.scene()));
    form.put("closeup_pic", pictures(shot.plate()));
    return post(form);
  }

  private static String plate(Capture capture) {
    return capture.subject().plate();
  }

  private static String color(Capture capture) {
    if (capture.subject().reading() != Reading.READ) {
      return "未知";
    }
    String prefix = capture.subject().color().prefix();
    return prefix.isEmpty() ? "未知" : prefix + "色";
  }

  /** Base64 with the three characters that a form would have to escape written otherwise. */
  private static String pictures(byte[] jpeg) {
    return Base64.getEncoder()
        .encodeToString(jpeg)
        .replace('+', '-')
        .replace('/', '_')
        .replace('=', '.');
  }

  private String camId() {
    return String.format("hx-70b3d5-%04d", number);
  }

  @Override
  protected String eventId(Capture capture) {
    return capture.at().getEpochSecond() + "-" + plate(capture);
  }

  @Override
  protected Post heartbeat() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("type", "heartbeat");
    form.put("mode", "5");
    form.put("park_id", "1");
    form.put("cam_id", camId());
    form.put("cam_ip", "127.0.0.1");
    form.put("vdc_type", in ? "in" : "out");
    return post(form);
  }

  /** Every other firmware calls the form something that it is not. */
  private Post post(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return new Post(
        number % 2 == 0 ? "application/x-www-form-urlencoded" : "text/html",
        body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected Heard heard(Capture capture, boolean late, Answer answer) {
    if (answer.body().contains("gpio_data")) {
      gear().truth().note("opened-by-reply", device(), "late", late);
      barrier.ifPresent(boom -> boom.raise("the host's reply"));
    }
    return answer.body().replace(" ", "").contains("\"error_num\":0") ? Heard.STORED : Heard.AGAIN;
  }

  @Override
  protected long heartbeatMillis() {
    return HEARTBEAT_MILLIS;
  }
}
