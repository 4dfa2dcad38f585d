package cn.ecogate.uplink.control;

import cn.ecogate.uplink.control.Profile.AnswerForm;
import cn.ecogate.uplink.control.Profile.Column;
import cn.ecogate.uplink.control.Profile.Dress;
import cn.ecogate.uplink.control.Profile.Endpoints;
import cn.ecogate.uplink.control.Profile.Field;
import cn.ecogate.uplink.control.Profile.HeartbeatForm;
import cn.ecogate.uplink.control.Profile.PhotoCall;
import cn.ecogate.uplink.control.Profile.Photos;
import cn.ecogate.uplink.control.Profile.ReceiveCall;
import cn.ecogate.uplink.control.Profile.ReconcileCall;
import cn.ecogate.uplink.control.Profile.RecordForm;
import cn.ecogate.uplink.control.Profile.RowsAt;
import cn.ecogate.uplink.control.Profile.Signing;
import cn.ecogate.uplink.control.Profile.Through;
import cn.ecogate.uplink.control.Profile.TimeForm;
import cn.ecogate.uplink.control.Profile.TokenCall;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.RecordKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a profile file and finds all its faults at once, before anything is sent by it. */
public final class ProfileReader {

  private static final Set<String> TOKEN_WORDS =
      Set.of("account", "password", "password-md5", "password-sha256", "enterprise", "now");
  private static final Set<String> PHOTO_WORDS =
      Set.of(
          "base64", "data-url", "digest", "file-name", "bytes", "record-no", "enterprise", "now");
  private static final Set<String> HEARTBEAT_WORDS = Set.of("enterprise", "now");
  private static final Set<String> RECONCILE_WORDS = Set.of("enterprise", "day", "now");
  private static final Set<String> DEVICE_WORDS =
      Set.of("gate", "barrier", "lane", "camera", "direction", "camera-state", "barrier-state");

  private final List<String> faults = new ArrayList<>();
  private String passageEndpoint = "";
  private final Map<String, Map<String, String>> codes = new LinkedHashMap<>();

  private ProfileReader() {}

  /** The profile, or {@link BrokenProfile} with a sentence per fault. */
  public static Profile read(String name, String yaml) {
    Object document;
    try {
      document = new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new BrokenProfile(List.of("平台配置 " + name + " 不是合法的 YAML：" + e.getMessage()));
    }
    ProfileReader reader = new ProfileReader();
    Profile profile = reader.profile(name, new ProfileNode("", document, reader.faults));
    if (!reader.faults.isEmpty()) {
      throw new BrokenProfile(
          reader.faults.stream().map(fault -> "平台配置 " + name + "：" + fault).toList());
    }
    return profile;
  }

  private Profile profile(String name, ProfileNode root) {
    if (!root.text("profile").equals(name)) {
      root.fault("profile", "应与文件名相同，即“" + name + "”。");
    }
    String title = root.text("title");
    ProfileNode tables = root.node("codes");
    for (String table : tables.keys()) {
      codes.put(table, tables.node(table).table());
    }
    Profile profile =
        new Profile(
            name,
            title,
            endpoints(root.node("endpoints")),
            time(root.node("time")),
            signing(root.node("signing")),
            token(root.node("token")),
            answer(root.node("answer")),
            photos(root.node("photos")),
            codes,
            records(root),
            heartbeat(root.node("heartbeat")),
            root.optional("reconcile").map(this::reconcile),
            root.optional("receive").map(this::receives).orElse(Map.of()),
            dress(root),
            root.optional("through").map(ProfileReader::through));
    checkThrough(root, profile);
    root.done();
    return profile;
  }

  private Endpoints endpoints(ProfileNode node) {
    passageEndpoint = node.text("passage");
    Endpoints endpoints = new Endpoints(node.text("token"), node.text("heartbeat"));
    node.done();
    return endpoints;
  }

  private TimeForm time(ProfileNode node) {
    DateTimeFormatter format = DateTimeFormatter.ISO_LOCAL_DATE_TIME;
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    String written = node.text("format");
    TimeForm.Writing writing =
        switch (written) {
          case "epoch-seconds" -> TimeForm.Writing.EPOCH_SECONDS;
          case "epoch-millis" -> TimeForm.Writing.EPOCH_MILLIS;
          default -> TimeForm.Writing.PATTERN;
        };
    try {
      if (writing == TimeForm.Writing.PATTERN) {
        format = DateTimeFormatter.ofPattern(written, Locale.ROOT);
      }
    } catch (IllegalArgumentException e) {
      node.fault("format", "不是时间格式，也不是 epoch-seconds、epoch-millis：" + e.getMessage());
    }
    try {
      zone = ZoneId.of(node.text("zone"));
    } catch (DateTimeException e) {
      node.fault("zone", "不是时区，例如 Asia/Shanghai。");
    }
    node.done();
    return new TimeForm(writing, format, zone);
  }

  private Signing signing(ProfileNode node) {
    Signing.Method method = node.choice("method", Signing.Method.class);
    Signing signing =
        new Signing(
            method,
            method == Signing.Method.NONE ? node.text("field", "") : node.text("field"),
            node.choice("place", Signing.Place.class, Signing.Place.BODY));
    node.done();
    return signing;
  }

  private TokenCall token(ProfileNode node) {
    ProfileNode answer = node.node("answer");
    TokenCall token =
        new TokenCall(
            node.text("header"),
            node.text("prefix", ""),
            Duration.ofSeconds(node.seconds("life-seconds")),
            node.choice("form", TokenCall.Form.class, TokenCall.Form.JSON),
            fields(node, "request", TOKEN_WORDS),
            answer.text("token"),
            answer.text("expires-in", ""));
    answer.done();
    node.done();
    return token;
  }

  private AnswerForm answer(ProfileNode node) {
    Set<String> successCodes = node.words("success-codes");
    AnswerForm answer =
        new AnswerForm(
            successCodes.isEmpty() ? node.text("success") : node.text("success", ""),
            successCodes,
            node.text("code"),
            node.text("message"),
            node.words("token-codes"),
            node.words("again-codes"),
            node.words("duplicate-codes"));
    node.done();
    return answer;
  }

  private Photos photos(ProfileNode node) {
    Photos.Transport transport = node.choice("transport", Photos.Transport.class);
    Photos photos =
        new Photos(
            transport,
            node.choice("picture", Photos.Picture.class),
            transport == Photos.Transport.UPLOAD
                ? Optional.of(photoCall(node.node("upload")))
                : Optional.empty());
    node.done();
    return photos;
  }

  private PhotoCall photoCall(ProfileNode node) {
    ProfileNode answer = node.node("answer");
    PhotoCall call =
        new PhotoCall(
            node.text("endpoint"), fields(node, "request", PHOTO_WORDS), answer.text("name"));
    if (call.request().stream()
        .noneMatch(field -> Set.of("base64", "data-url").contains(field.from()))) {
      node.fault("request", "没有取自 base64 或 data-url 的字段，照片本身没有发出。");
    }
    answer.done();
    node.done();
    return call;
  }

  private static Dress dress(ProfileNode root) {
    Map<String, String> headers = root.optional("headers").map(ProfileNode::table).orElse(Map.of());
    for (String name : headers.keySet()) {
      if (!name.matches("[A-Za-z0-9-]{1,60}")) {
        root.fault("headers." + name, "不是请求头的名字。");
      }
    }
    return root.optional("envelope")
        .map(
            node -> {
              Dress dress = new Dress(headers, node.text("content"), node.yes("list"));
              node.done();
              return dress;
            })
        .orElse(new Dress(headers, "", false));
  }

  private static Through through(ProfileNode node) {
    ProfileNode answer = node.node("answer");
    Through through =
        new Through(answer.text("number"), Duration.ofHours(node.seconds("within-hours")));
    answer.done();
    node.done();
    return through;
  }

  /** A link that nobody asks for, or one that is asked for and never comes. */
  private static void checkThrough(ProfileNode root, Profile profile) {
    boolean sent =
        profile.records().get(RecordKind.PASSAGE).fields().stream()
            .anyMatch(field -> field.from().equals(RecordWord.THROUGH));
    if (sent && profile.through().isEmpty()) {
      root.fault("through", "没有写，而 passage 里有取自 through-id 的字段。");
    }
    if (!sent && profile.through().isPresent()) {
      root.fault("through", "写了，而 passage 里没有取自 through-id 的字段。");
    }
  }

  private Map<RecordKind, RecordForm> records(ProfileNode root) {
    Map<RecordKind, RecordForm> records = new EnumMap<>(RecordKind.class);
    List<Field> passage = recordFields(root, "passage", RecordKind.PASSAGE);
    records.put(RecordKind.PASSAGE, new RecordForm(passageEndpoint, passage));
    // A release is told as the passage that it is, unless the profile says otherwise.
    records.put(RecordKind.RELEASE, new RecordForm(passageEndpoint, passage));
    if (passage.stream().noneMatch(field -> field.from().equals("serial"))) {
      root.fault("passage", "没有取自 serial 的字段；没有流水号，平台无法认出重发的记录。");
    }
    root.optional("records")
        .ifPresent(
            others -> {
              for (String word : others.keys()) {
                ProfileNode node = others.node(word);
                RecordKind.of(word)
                    .filter(kind -> kind != RecordKind.PASSAGE)
                    .ifPresentOrElse(
                        kind -> records.put(kind, form(node, kind)),
                        () -> others.fault(word, "不是记录的类别；可用：" + otherKinds() + "。"));
              }
            });
    return records;
  }

  private static String otherKinds() {
    return Arrays.stream(RecordKind.values())
        .filter(kind -> kind != RecordKind.PASSAGE)
        .map(RecordKind::word)
        .collect(Collectors.joining("、"));
  }

  private RecordForm form(ProfileNode node, RecordKind kind) {
    RecordForm form = new RecordForm(node.text("endpoint"), recordFields(node, "fields", kind));
    node.done();
    return form;
  }

  private List<Field> recordFields(ProfileNode parent, String key, RecordKind kind) {
    List<Field> fields = new ArrayList<>();
    for (ProfileNode node : parent.nodes(key)) {
      Field field = field(node);
      if (!field.fixed().isEmpty()) {
        fields.add(field);
        continue;
      }
      if (!RecordWord.known(kind, field.from())) {
        node.fault(
            "from",
            "写的是“" + field.from() + "”，" + kind.label() + "没有这一项；可用：" + RecordWord.all(kind) + "。");
      } else if (!field.codes().isEmpty()) {
        checkTable(node, field);
      }
      fields.add(field);
    }
    checkNames(parent.path().isEmpty() ? key : parent.path() + "." + key, fields);
    return fields;
  }

  private void checkTable(ProfileNode node, Field field) {
    Map<String, String> table = codes.get(field.codes());
    if (table == null) {
      node.fault("codes", "写的是“" + field.codes() + "”，codes 下没有这张表。");
      return;
    }
    List<String> missing =
        RecordWord.values(field.from()).stream().filter(code -> !table.containsKey(code)).toList();
    if (!missing.isEmpty()) {
      faults.add("codes." + field.codes() + " 缺少代码 " + String.join("、", missing) + " 的对应值。");
    }
  }

  private HeartbeatForm heartbeat(ProfileNode node) {
    List<Field> fields = fields(node, "fields", HEARTBEAT_WORDS);
    ProfileNode devices = node.node("devices");
    HeartbeatForm form =
        new HeartbeatForm(fields, devices.text("name"), fields(devices, "fields", DEVICE_WORDS));
    devices.done();
    node.done();
    return form;
  }

  private ReconcileCall reconcile(ProfileNode node) {
    ProfileNode answer = node.node("answer");
    ReconcileCall call =
        new ReconcileCall(
            node.text("endpoint"),
            fields(node, "request", RECONCILE_WORDS),
            answer.text("serials"));
    answer.done();
    node.done();
    return call;
  }

  private Map<ReceiptKind, ReceiveCall> receives(ProfileNode node) {
    Map<ReceiptKind, ReceiveCall> receives = new EnumMap<>(ReceiptKind.class);
    for (String word : node.keys()) {
      ProfileNode call = node.node(word);
      ReceiptKind.of(word)
          .ifPresentOrElse(
              kind -> receives.put(kind, receive(call, kind)),
              () ->
                  node.fault(
                      word,
                      "不是下发的类别；可用："
                          + Arrays.stream(ReceiptKind.values())
                              .map(ReceiptKind::word)
                              .collect(Collectors.joining("、"))
                          + "。"));
    }
    return receives;
  }

  private ReceiveCall receive(ProfileNode node, ReceiptKind kind) {
    ProfileNode answer = node.node("answer");
    ReceiveCall call =
        new ReceiveCall(
            node.text("endpoint"),
            Duration.ofSeconds(node.seconds("every-seconds")),
            Duration.ofSeconds(node.seconds("whole-seconds")),
            Duration.ofSeconds(node.seconds("old-seconds")),
            fields(node, "request", ReceiptWord.QUESTION),
            new RowsAt(
                answer.text("rows"),
                answer.text("count", ""),
                answer.text("more", ""),
                answer.text("mark", ""),
                answer.text("whole", "")),
            columns(node, kind));
    answer.done();
    node.done();
    return call;
  }

  private List<Column> columns(ProfileNode parent, ReceiptKind kind) {
    List<Column> columns = new ArrayList<>();
    for (ProfileNode node : parent.nodes("row")) {
      String to = node.text("to");
      if (!ReceiptWord.known(kind, to)) {
        node.fault(
            "to", "写的是“" + to + "”，" + kind.label() + "没有这一项；可用：" + ReceiptWord.all(kind) + "。");
      }
      columns.add(new Column(node.text("name"), to, backwards(node, to)));
      node.done();
    }
    for (String needed : ReceiptWord.needed(kind)) {
      if (columns.stream().noneMatch(column -> column.to().equals(needed))) {
        parent.fault("row", "没有给出 " + needed + "；没有它，一条" + kind.label() + "说明不了什么。");
      }
    }
    return columns;
  }

  /** The table from their codes to ours: one of theirs must not stand for two of ours. */
  private Map<String, String> backwards(ProfileNode node, String to) {
    String name = node.text("codes", "");
    if (name.isEmpty()) {
      return Map.of();
    }
    if (!codes.containsKey(name)) {
      node.fault("codes", "写的是“" + name + "”，codes 下没有这张表。");
      return Map.of();
    }
    Map<String, String> back = new LinkedHashMap<>();
    codes
        .get(name)
        .forEach(
            (ours, theirs) -> {
              if (!ReceiptWord.values(to).contains(ours)) {
                node.fault("codes", "表 " + name + " 里的“" + ours + "”不是 " + to + " 的代码。");
              } else if (back.putIfAbsent(theirs, ours) != null) {
                node.fault("codes", "表 " + name + " 里平台的代码“" + theirs + "”对应本系统的两个代码，读不回来。");
              }
            });
    return back;
  }

  private List<Field> fields(ProfileNode parent, String key, Set<String> words) {
    List<Field> fields = new ArrayList<>();
    for (ProfileNode node : parent.nodes(key)) {
      Field field = field(node);
      if (field.fixed().isEmpty() && !words.contains(field.from())) {
        node.fault(
            "from",
            "写的是“"
                + field.from()
                + "”；可用："
                + String.join("、", words.stream().sorted().toList())
                + "。");
      }
      if (!field.codes().isEmpty() && !codes.containsKey(field.codes())) {
        node.fault("codes", "写的是“" + field.codes() + "”，codes 下没有这张表。");
      }
      fields.add(field);
    }
    checkNames(parent.path() + "." + key, fields);
    return fields;
  }

  private static Field field(ProfileNode node) {
    String fixed = node.text("fixed", "");
    Field field =
        new Field(
            node.text("name"),
            fixed.isEmpty() ? node.text("from") : node.text("from", ""),
            node.text("codes", ""),
            node.text("default", ""),
            fixed,
            node.choice("as", Field.As.class, Field.As.TEXT));
    if (!fixed.isEmpty() && !field.from().isEmpty()) {
      node.fault("fixed", "与 from 只能写一个。");
    }
    node.done();
    return field;
  }

  private void checkNames(String path, List<Field> fields) {
    Set<String> seen = new HashSet<>();
    for (Field field : fields) {
      if (!field.name().isEmpty() && !seen.add(field.name())) {
        faults.add(path + " 里字段 " + field.name() + " 写了两次。");
      }
    }
    for (String name : seen) {
      if (seen.stream().anyMatch(other -> other.startsWith(name + "."))) {
        faults.add(path + " 里字段 " + name + " 既有自己的值，又有下级。");
      }
    }
  }
}
