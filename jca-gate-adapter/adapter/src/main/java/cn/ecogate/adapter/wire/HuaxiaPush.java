package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.ecogate.adapter.api.Picture;
import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.api.PlateSeen.Color;
import cn.ecogate.adapter.api.PlateSeen.Heading;
import cn.ecogate.adapter.api.PlateSeen.Reading;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Huaxia's mode 5: a form for each event. Its content type says nothing, so the body itself is
 * looked at. The answer has no {@code gpio_data}, which would open.
 */
public final class HuaxiaPush implements PushDialect {

  private static final String HEARD = "{\"error_num\":0,\"error_str\":\"noerror\"}";

  /** More fields than any firmware sends. */
  private static final int MAX_FIELDS = 200;

  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final DateTimeFormatter WRITTEN_OUT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final long YEAR_10000 = 253_402_300_800L;

  private final ZoneId zone;

  public HuaxiaPush(ZoneId zone) {
    this.zone = zone;
  }

  /** A vehicle as the form tells it. */
  private record Vehicle(Map<String, String> form, Optional<Instant> at, String rawDigest)
      implements Sighted {

    @Override
    public PlateSeen seenBy(String deviceId, Instant receivedAt) {
      String told = told("plate_num").replaceAll("\\s", "");
      Reading reading = PlateWords.reading(told);
      return new PlateSeen(
          deviceId,
          eventId(told),
          at.orElse(receivedAt),
          receivedAt,
          told("type").equalsIgnoreCase("offline"),
          reading,
          reading == Reading.READ ? told : "",
          color(told("plate_color")),
          PlateWords.confidence(told("confidence")),
          // vdc_type says on which lane the camera stands, not how the vehicle moved.
          Heading.UNKNOWN,
          told("vehicle_type"),
          pictures(),
          rawDigest);
    }

    private String told(String field) {
      return form.getOrDefault(field, "").strip();
    }

    /** There is no number: camera, second and plate are the same when it is sent again. */
    private String eventId(String plate) {
      return at.isPresent()
          ? told("cam_id") + "/" + at.get().getEpochSecond() + "/" + plate
          : rawDigest;
    }

    private List<Picture> pictures() {
      List<Picture> pictures = new ArrayList<>();
      picture(told("picture"))
          .ifPresent(b -> pictures.add(new Picture(Picture.Kind.SCENE, "picture", b)));
      picture(told("closeup_pic"))
          .ifPresent(b -> pictures.add(new Picture(Picture.Kind.PLATE, "closeup_pic", b)));
      return pictures;
    }
  }

  @Override
  public Pushed read(String contentType, byte[] body) throws WireException {
    Map<String, String> form = body.length > 1 && body[0] == '-' ? parts(body) : fields(body);
    String type = form.getOrDefault("type", "").strip().toLowerCase(Locale.ROOT);
    boolean vehicle = type.equals("online") || type.equals("offline");
    if (type.isEmpty() || vehicle && !form.containsKey("plate_num")) {
      throw new WireException("表单中没有 " + (vehicle ? "plate_num" : "type"), body);
    }
    Optional<Instant> at = time(form.getOrDefault("start_time", "").strip());
    return Pushed.json(
        vehicle ? List.of(new Vehicle(form, at, RawDigest.of(body))) : List.of(), HEARD);
  }

  /** {@code a=b&c=d}, percent-encoded or as it comes. */
  private static Map<String, String> fields(byte[] body) throws WireException {
    Map<String, String> form = new HashMap<>();
    for (String field : new String(body, ISO_8859_1).split("&", MAX_FIELDS + 1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        form.putIfAbsent(
            field.substring(0, equals).strip(), text(unescaped(field.substring(equals + 1))));
      }
    }
    if (form.size() >= MAX_FIELDS) {
      throw new WireException("表单超过 " + MAX_FIELDS + " 个字段", body);
    }
    return form;
  }

  private static Map<String, String> parts(byte[] body) throws WireException {
    MultipartParser parser = new MultipartParser("");
    Map<String, String> form = new HashMap<>();
    for (Part part : parser.feed(body, 0, body.length)) {
      String name =
          HeaderText.parameter(part.headers().getOrDefault("content-disposition", ""), "name");
      form.putIfAbsent(name, text(part.body()));
    }
    return form;
  }

  private static byte[] unescaped(String value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      int high =
          c == '%' && at + 2 < value.length() ? Character.digit(value.charAt(at + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(value.charAt(at + 2), 16) : -1;
      if (low >= 0) {
        bytes.write(high << 4 | low);
        at += 2;
      } else {
        bytes.write(c == '+' ? ' ' : c);
      }
    }
    return bytes.toByteArray();
  }

  /** UTF-8 if it can be, else what Chinese firmware wrote before. */
  private static String text(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, GB18030);
    }
  }

  private Optional<Instant> time(String told) {
    try {
      if (told.matches("[0-9]{1,12}")) {
        long second = Long.parseLong(told);
        return second > 0 && second < YEAR_10000
            ? Optional.of(Instant.ofEpochSecond(second))
            : Optional.empty();
      }
      return Optional.of(LocalDateTime.parse(told, WRITTEN_OUT).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Color color(String told) {
    String word = told.toLowerCase(Locale.ROOT);
    if (word.contains("黄绿")) {
      return Color.YELLOW_GREEN;
    } else if (word.startsWith("蓝") || word.equals("blue")) {
      return Color.BLUE;
    } else if (word.startsWith("黄") || word.equals("yellow")) {
      return Color.YELLOW;
    } else if (word.startsWith("白") || word.equals("white")) {
      return Color.WHITE;
    } else if (word.startsWith("黑") || word.equals("black")) {
      return Color.BLACK;
    } else if (word.contains("绿") || word.equals("green")) {
      return Color.GREEN;
    }
    return word.isEmpty() || word.equals("unknown") || word.startsWith("未知")
        ? Color.UNKNOWN
        : Color.OTHER;
  }

  /** Base64 whose {@code + / =} are written {@code - _ .}, so that no form changes them. */
  private static Optional<byte[]> picture(String told) {
    try {
      byte[] bytes =
          Base64.getMimeDecoder()
              .decode(told.replace(' ', '+').replace('-', '+').replace('_', '/').replace('.', '='));
      return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
