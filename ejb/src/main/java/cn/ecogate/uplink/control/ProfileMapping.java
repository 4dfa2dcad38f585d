package cn.ecogate.uplink.control;

import cn.ecogate.ledger.entity.RecordText;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.site.entity.Site;
import cn.ecogate.uplink.control.Profile.Field;
import cn.ecogate.uplink.control.Profile.RecordForm;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.RecordKind;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Our facts in a platform's words: what a profile makes of a passage, a heartbeat, a sign-in. */
public final class ProfileMapping {

  private static final String DOWN = "DOWN";
  private static final String DATA_URL = "data:image/jpeg;base64,";

  private final Profile profile;

  public ProfileMapping(Profile profile) {
    this.profile = profile;
  }

  /**
   * A record as the platform wants it, unsigned.
   *
   * @param photos what stands in the JSON for a photo's digest; one that is gone leaves its field
   *     out
   */
  public JsonObject record(
      RecordKind kind, RecordText words, Function<String, Optional<String>> photos) {
    RecordForm form = profile.records().get(kind);
    if (form == null) {
      throw new IllegalStateException("平台配置 " + profile.name() + " 没有写" + kind.label() + "怎样上传");
    }
    JsonTree json = new JsonTree();
    for (Field field : form.fields()) {
      value(kind, field, words, photos)
          .ifPresent(value -> json.put(field.name(), field.json(value)));
    }
    return json.json();
  }

  /**
   * The sign of life of the plant and its lanes.
   *
   * @param states {@code UP}, {@code DOWN} or {@code CONNECTING} by device id; what is not there is
   *     {@code DOWN}
   */
  public JsonObject heartbeat(Site site, Map<String, String> states, Instant now) {
    Map<String, String> own =
        Map.of("enterprise", site.enterprise().number(), "now", profile.time().write(now));
    JsonArrayBuilder lanes = Json.createArrayBuilder();
    for (Lane lane : site.lanes()) {
      lanes.add(object(profile.heartbeat().deviceFields(), words(lane, states)).json());
    }
    return object(profile.heartbeat().fields(), own)
        .put(profile.heartbeat().devices(), lanes.build())
        .json();
  }

  /** The question which records of a day the platform holds. */
  public JsonObject reconcile(String enterprise, LocalDate day, Instant now) {
    return object(
            profile.reconcile().orElseThrow().request(),
            Map.of(
                "enterprise", enterprise, "day", day.toString(), "now", profile.time().write(now)))
        .json();
  }

  /**
   * The question for what the platform sends down.
   *
   * @param mark up to where it is known here, empty to ask for everything
   */
  public JsonObject receive(
      ReceiptKind kind, String enterprise, Optional<String> mark, int page, Instant now) {
    Map<String, String> words =
        Map.of(
            "enterprise", enterprise,
            "now", profile.time().write(now),
            "mark", mark.orElse(""),
            "page", String.valueOf(page));
    JsonTree json = new JsonTree();
    for (Field field : profile.receives().get(kind).request()) {
      String word = field.fixed().isEmpty() ? words.get(field.from()) : "";
      String value = word.isEmpty() ? field.fallback() + field.fixed() : coded(field, word);
      if (!value.isEmpty()) {
        json.put(field.name(), field.json(value));
      }
    }
    return json.json();
  }

  /** What is shown to get a token. */
  public JsonObject signIn(String account, String password, String enterprise, Instant now) {
    return object(
            profile.token().request(),
            Map.of(
                "account",
                account,
                "password",
                password,
                "password-md5",
                digest("MD5", password.getBytes(StandardCharsets.UTF_8)),
                "password-sha256",
                digest("SHA-256", password.getBytes(StandardCharsets.UTF_8)),
                "enterprise",
                enterprise,
                "now",
                profile.time().write(now)))
        .json();
  }

  /**
   * A photo to be handed over by itself.
   *
   * @param record the words of the record it belongs to
   */
  public JsonObject photoCall(byte[] bytes, RecordText record, Instant now) {
    String base64 = Base64.getEncoder().encodeToString(bytes);
    String digest = digest("SHA-256", bytes);
    Map<String, String> words = new HashMap<>();
    words.put("base64", base64);
    words.put("data-url", DATA_URL + base64);
    words.put("digest", digest);
    words.put("file-name", digest.substring(0, 16) + ".jpg");
    words.put("bytes", String.valueOf(bytes.length));
    words.put("record-no", record.value(RecordWord.KEY).orElse(""));
    words.put("enterprise", record.value("enterprise").orElse(""));
    words.put("now", profile.time().write(now));
    return object(profile.photos().call().orElseThrow().request(), words).json();
  }

  private static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  private static Map<String, String> words(Lane lane, Map<String, String> states) {
    return Map.of(
        "camera-state", states.getOrDefault(lane.camera().id(), DOWN),
        "barrier-state", states.getOrDefault(lane.barrier().id(), DOWN),
        "gate", lane.gateNo(),
        "barrier", lane.barrierNo(),
        "lane", lane.id(),
        "camera", lane.camera().id(),
        "direction", lane.direction().code());
  }

  private JsonTree object(List<Field> fields, Map<String, String> words) {
    JsonTree json = new JsonTree();
    for (Field field : fields) {
      String word = field.fixed().isEmpty() ? coded(field, words.get(field.from())) : field.fixed();
      json.put(field.name(), field.json(word));
    }
    return json;
  }

  private Optional<String> value(
      RecordKind kind, Field field, RecordText record, Function<String, Optional<String>> photos) {
    if (!field.fixed().isEmpty()) {
      return Optional.of(field.fixed());
    }
    Optional<String> value =
        switch (RecordWord.form(kind, field.from())) {
          case PLAIN, LISTED ->
              record
                  .value(field.from())
                  .or(() -> unreleased(field, record))
                  .map(word -> coded(field, word));
          case TIME ->
              record.value(field.from()).map(at -> profile.time().write(Instant.parse(at)));
          case PHOTO -> record.value(field.from()).flatMap(photos);
          case REASONS -> reasons(field.from(), record.values("reason"));
        };
    return value.or(() -> Optional.of(field.fallback()).filter(text -> !text.isEmpty()));
  }

  /** Where nobody released the vehicle, what became of it is what the rules said. */
  private static Optional<String> unreleased(Field field, RecordText record) {
    return field.from().equals("verdict") ? record.value("outcome") : Optional.empty();
  }

  private String coded(Field field, String word) {
    if (field.codes().isEmpty()) {
      return word;
    }
    String code = profile.codes().get(field.codes()).get(word);
    if (code == null) {
      throw new IllegalStateException(
          "平台配置 %s 的代码表 %s 没有“%s”的对应值".formatted(profile.name(), field.codes(), word));
    }
    return code;
  }

  /** A photo's bytes as they stand in the JSON, empty if this platform takes none. */
  public Optional<String> photo(byte[] bytes) {
    String text = Base64.getEncoder().encodeToString(bytes);
    return switch (profile.photos().transport()) {
      case BASE64 -> Optional.of(text);
      case DATA_URL -> Optional.of(DATA_URL + text);
      case UPLOAD, NONE -> Optional.empty();
    };
  }

  /** A reason line is {@code CODE sentence}. */
  private static Optional<String> reasons(String from, List<String> lines) {
    boolean codes = from.equals("reason-codes");
    String joined =
        lines.stream()
            .map(line -> codes ? line.split(" ", 2)[0] : line.substring(line.indexOf(' ') + 1))
            .collect(Collectors.joining(codes ? "," : "；"));
    return Optional.of(joined).filter(text -> !text.isEmpty());
  }
}
