package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.api.Picture;
import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.api.PlateSeen.Color;
import cn.ecogate.adapter.api.PlateSeen.Heading;
import cn.ecogate.adapter.api.PlateSeen.Reading;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One vehicle in the words of a Vzenith camera: the {@code PlateResult} object, which is the same
 * in an HTTP push and on the TCP line.
 *
 * @param plateId the camera's running number of the event; empty if it gives none
 * @param offline the camera had stored it while nobody was there to hear
 * @param openedByCamera the camera let it through by its own list while nobody answered it
 * @param at the camera's time, empty if it gave none that can be read
 * @param imagePath where the camera keeps the picture, decoded; empty if not told
 * @param pictures those inside the document; the TCP line sends them behind it
 */
public record VzenithPlate(
    String plateId,
    boolean offline,
    boolean openedByCamera,
    Optional<Instant> at,
    Reading reading,
    String plate,
    Color color,
    int confidence,
    Heading heading,
    String imagePath,
    List<Picture> pictures) {

  private static final List<Color> COLORS =
      List.of(
          Color.UNKNOWN,
          Color.BLUE,
          Color.YELLOW,
          Color.WHITE,
          Color.BLACK,
          Color.GREEN,
          Color.YELLOW_GREEN);

  /** Kinds of plate that come in one colour only; for a camera that saw the kind and no colour. */
  private static final Map<Long, Color> COLOR_OF_KIND =
      Map.ofEntries(
          Map.entry(1L, Color.BLUE),
          Map.entry(2L, Color.BLACK),
          Map.entry(3L, Color.YELLOW),
          Map.entry(4L, Color.YELLOW),
          Map.entry(5L, Color.WHITE),
          Map.entry(6L, Color.WHITE),
          Map.entry(8L, Color.WHITE),
          Map.entry(9L, Color.WHITE),
          Map.entry(13L, Color.YELLOW),
          Map.entry(15L, Color.WHITE),
          Map.entry(16L, Color.WHITE),
          Map.entry(17L, Color.WHITE));

  /** Why an output was closed: 0 not at all, 1 by its server's answer. */
  private static final int BY_ITS_OWN_LIST = 2;

  private static final Charset GBK = Charset.forName("GBK");

  /** A record cannot carry a later year; no camera means one. */
  private static final long YEAR_10000 = 253_402_300_800L;

  public VzenithPlate {
    pictures = List.copyOf(pictures);
  }

  /**
   * @param zone what the written-out time is meant in where no epoch second is told
   */
  public static VzenithPlate read(JsonTree result, ZoneId zone) throws WireException {
    if (!result.at("license").present() && !result.at("timeStamp").present()) {
      throw new WireException("PlateResult 中没有车牌");
    }
    String told = result.text("license").replaceAll("\\s", "");
    Reading reading = PlateWords.reading(told);
    String path = decoded(result.text("imagePath"));
    return new VzenithPlate(
        result.text("plateid"),
        result.number("isoffline").orElse(0) == 1,
        result.at("gioouts").items().stream()
            .anyMatch(output -> output.number("ctrltype").orElse(0) == BY_ITS_OWN_LIST),
        time(result.at("timeStamp", "Timeval"), zone),
        reading,
        reading == Reading.READ ? told : "",
        color(result),
        PlateWords.confidence(result.text("confidence")),
        heading(result),
        path,
        pictures(result, path));
  }

  /**
   * In the application's words.
   *
   * @param eventId the same for every re-send of this event, see {@link #eventId}
   * @param late also what a host fetched by itself from the camera's memory is late
   */
  public PlateSeen seenBy(
      String deviceId,
      String eventId,
      Instant receivedAt,
      boolean late,
      List<Picture> shown,
      String rawDigest) {
    return new PlateSeen(
        deviceId,
        eventId,
        at.orElse(receivedAt),
        receivedAt,
        late,
        openedByCamera,
        reading,
        plate,
        color,
        confidence,
        heading,
        "",
        shown,
        rawDigest);
  }

  /**
   * Serial number and running number, and the second of capture: the running number begins anew
   * when the camera does, and a vehicle must not be taken for one of last month.
   */
  public String eventId(String serial) {
    String moment = at.map(t -> "" + t.getEpochSecond()).orElse("");
    return serial + "/" + plateId + "/" + moment + (plateId.isEmpty() ? "/" + plate : "");
  }

  private static Color color(JsonTree result) {
    long told = result.number("colorType").orElse(0);
    if (told > 0 && told < COLORS.size()) {
      return COLORS.get((int) told);
    }
    return told > 0
        ? Color.OTHER
        : COLOR_OF_KIND.getOrDefault(result.number("type").orElse(0), Color.UNKNOWN);
  }

  /** Down the picture is towards the camera. Left and right say neither. */
  private static Heading heading(JsonTree result) {
    long told = result.number("direction").orElse(0);
    return told == 4 ? Heading.FORWARD : told == 3 ? Heading.REVERSE : Heading.UNKNOWN;
  }

  private static Optional<Instant> time(JsonTree told, ZoneId zone) {
    long second = told.number("sec").orElse(0);
    if (second > 0 && second < YEAR_10000) {
      long micros = told.number("usec").orElse(0);
      boolean fraction = micros > 0 && micros < 1_000_000;
      return Optional.of(Instant.ofEpochSecond(second, fraction ? micros * 1_000 : 0));
    }
    try {
      return Optional.of(
          LocalDateTime.of(
                  part(told, "decyear"),
                  part(told, "decmon"),
                  part(told, "decday"),
                  part(told, "dechour"),
                  part(told, "decmin"),
                  part(told, "decsec"))
              .atZone(zone)
              .toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int part(JsonTree told, String name) {
    OptionalLong value = told.number(name);
    // -1 is no part of any date: the whole of it is then not told.
    return value.isPresent() && value.getAsLong() >= 0 && value.getAsLong() < 10_000
        ? (int) value.getAsLong()
        : -1;
  }

  /** The path is percent-encoded GBK, although the plate beside it is UTF-8. */
  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), GBK);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  private static List<Picture> pictures(JsonTree result, String path) {
    String name = path.isEmpty() ? "imageFile" : path.substring(path.lastIndexOf('/') + 1);
    List<Picture> pictures = new ArrayList<>();
    picture(result.text("imageFile")).ifPresent(b -> pictures.add(scene(name, b)));
    picture(result.text("imageFragmentFile"))
        .ifPresent(b -> pictures.add(new Picture(Picture.Kind.PLATE, "imageFragmentFile", b)));
    return pictures;
  }

  private static Picture scene(String name, byte[] bytes) {
    return new Picture(Picture.Kind.SCENE, name, bytes);
  }

  /** A picture that cannot be decoded does not cost the vehicle its record. */
  private static Optional<byte[]> picture(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
