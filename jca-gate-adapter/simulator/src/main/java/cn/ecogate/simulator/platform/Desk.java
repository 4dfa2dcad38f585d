package cn.ecogate.simulator.platform;

import cn.ecogate.simulator.truth.JsonText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The platform's answers to one enterprise, without any HTTP. */
final class Desk implements Counter {

  private static final Duration TOKEN_LIFE = Duration.ofHours(2);
  private static final Duration MOST_SKEW = Duration.ofMinutes(10);
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final List<String> REQUIRED =
      List.of(
          "serialNo",
          "enterpriseNo",
          "gateNo",
          "barrierNo",
          "cameraNo",
          "direction",
          "plateNo",
          "plateColor",
          "passTime");

  private final Enterprise enterprise;
  private final SignatureCheck signature;
  private final RecordStore store;
  private final RecordStore cards;
  private final Orders orders;
  private final Trouble trouble;
  private final Clock clock;
  private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
  private final AtomicLong heartbeats = new AtomicLong();
  private volatile String lastHeartbeat = "";

  Desk(
      Enterprise enterprise,
      RecordStore store,
      RecordStore cards,
      Orders orders,
      Trouble trouble,
      Clock clock) {
    this.enterprise = enterprise;
    this.signature = new SignatureCheck(enterprise.publicKey());
    this.store = store;
    this.cards = cards;
    this.orders = orders;
    this.trouble = trouble;
    this.clock = clock;
  }

  @Override
  public String lastHeartbeat() {
    return lastHeartbeat;
  }

  @Override
  public long heartbeats() {
    return heartbeats.get();
  }

  @Override
  public Reply answer(Asked asked) {
    String endpoint = asked.endpoint();
    String token = asked.header("token");
    JsonText.Read body;
    try {
      body = JsonText.object(asked.text());
    } catch (IllegalArgumentException e) {
      return Reply.error(400, "请求不是 JSON：" + e.getMessage());
    }
    String objection = signature.objection(body);
    if (objection != null) {
      return Reply.error(403, objection);
    }
    return switch (endpoint) {
      case "getToken" -> token(body);
      case "vehicleInOut" -> passage(token, body);
      case "heartBeat" -> heartbeat(token, body);
      case "recordList" -> recordList(token, body);
      case "exceedVehicle" -> order(token, () -> orders.exceeding(body.text("mark"), page(body)));
      case "basStrategy" -> order(token, orders::strategies);
      case "alarmVehicle" -> order(token, () -> orders.violations(body.text("mark"), page(body)));
      case "enterprise",
          "barrier",
          "cameraInfo",
          "vehicle",
          "plantVehicle",
          "machine",
          "vehicleLoad",
          "vehicleInOutCorrect",
          "strategyConfirm",
          "exceedConfirm" ->
          card(endpoint, token, body);
      default -> Reply.error(404, "没有接口 " + endpoint);
    };
  }

  private Reply token(JsonText.Read body) {
    if (!body.text("account").equals(enterprise.account())
        || !body.text("password").equals(enterprise.password())) {
      return Reply.refusal("40101", "账号或密码不对");
    }
    if (tooOld(body.text("timestamp"))) {
      return Reply.refusal("40102", "时间戳与平台相差过大");
    }
    String token = UUID.randomUUID().toString();
    tokens.put(token, now().plus(TOKEN_LIFE));
    return Reply.ok("成功", Map.of("token", token, "expiresIn", TOKEN_LIFE.toSeconds()));
  }

  private Reply passage(String token, JsonText.Read body) {
    if (!valid(token)) {
      return Reply.error(401, "令牌无效或已过期");
    }
    FailMode mode = trouble.next();
    Reply failed = failed(mode);
    if (failed != null) {
      return failed;
    }
    if (mode == FailMode.REFUSE && trouble.field().isEmpty()) {
      return Reply.refusal("40001", "号牌颜色与车辆类型不符");
    }
    if (mode == FailMode.REFUSE && !body.text(trouble.field()).isEmpty()) {
      return Reply.refusal("40004", "字段 " + trouble.field() + " 不符合要求");
    }
    for (String field : REQUIRED) {
      if (body.text(field).isEmpty()) {
        return Reply.refusal("40002", "缺少必填项 " + field);
      }
    }
    if (!body.text("enterpriseNo").equals(enterprise.number())) {
      return Reply.refusal("40003", "企业编号不是本账号的");
    }
    if (mode == FailMode.LOSE) {
      return Reply.ok("成功", Map.of());
    }
    boolean fresh = store.keep(enterprise.platformId(), body.text("serialNo"), body.members());
    return switch (mode) {
      case CUT -> Reply.HANG_UP;
      case DUPLICATE -> Reply.refusal("40900", "记录已存在");
      default -> Reply.ok(fresh ? "成功" : "记录已存在", Map.of());
    };
  }

  /** What is not a passage: kept by its own number, in a file of its own. */
  private Reply card(String endpoint, String token, JsonText.Read body) {
    if (!valid(token)) {
      return Reply.error(401, "令牌无效或已过期");
    }
    Reply failed = failed(trouble.current());
    if (failed != null) {
      return failed;
    }
    for (String field : List.of("recordNo", "enterpriseNo")) {
      if (body.text(field).isEmpty()) {
        return Reply.refusal("40002", "缺少必填项 " + field);
      }
    }
    if ((endpoint.equals("vehicleLoad") || endpoint.equals("vehicleInOutCorrect"))
        && !store.has(enterprise.platformId(), body.text("serialNo"))) {
      return Reply.refusal("40005", "没有流水号为 " + body.text("serialNo") + " 的通行记录");
    }
    Map<String, Object> card = new LinkedHashMap<>(body.members());
    card.put("endpoint", endpoint);
    cards.keep(enterprise.platformId(), body.text("recordNo"), card);
    return Reply.ok("成功", Map.of());
  }

  /** The numbers of the records it holds whose passage was on that day: to compare with. */
  private Reply recordList(String token, JsonText.Read body) {
    if (!valid(token)) {
      return Reply.error(401, "令牌无效或已过期");
    }
    Reply failed = failed(trouble.current());
    if (failed != null) {
      return failed;
    }
    String day = body.text("day");
    if (!day.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return Reply.refusal("40002", "日期应写作 2026-11-21");
    }
    List<String> serials = store.ofDay(enterprise.platformId(), day);
    return Reply.ok("成功", Map.of("count", serials.size(), "serialNos", serials));
  }

  /** What it sends down; told to, only half of it, or nothing at all after hanging up. */
  private Reply order(String token, Supplier<Map<String, Object>> wanted) {
    if (!valid(token)) {
      return Reply.error(401, "令牌无效或已过期");
    }
    FailMode mode = trouble.current();
    Reply failed = failed(mode);
    if (failed != null) {
      return failed;
    }
    Map<String, Object> answer = wanted.get();
    if (mode == FailMode.HALF && answer.get("list") instanceof List<?> list) {
      answer.put("list", list.subList(0, list.size() / 2));
    }
    return mode == FailMode.CUT ? Reply.HANG_UP : Reply.ok("成功", answer);
  }

  private static int page(JsonText.Read body) {
    return body.text("page").matches("[1-9]\\d{0,5}") ? Integer.parseInt(body.text("page")) : 1;
  }

  private Reply heartbeat(String token, JsonText.Read body) {
    if (!valid(token)) {
      return Reply.error(401, "令牌无效或已过期");
    }
    Reply failed = failed(trouble.current());
    if (failed != null) {
      return failed;
    }
    if (!body.text("enterpriseNo").equals(enterprise.number())) {
      return Reply.refusal("40003", "企业编号不是本账号的");
    }
    heartbeats.incrementAndGet();
    lastHeartbeat = body.written().getOrDefault("devices", "");
    return Reply.ok("成功", Map.of());
  }

  /** Failures that are the same for every call; null if this mode is none of them. */
  private Reply failed(FailMode mode) {
    return switch (mode) {
      case ERROR -> Reply.error(500, "系统繁忙");
      case TOKEN -> {
        tokens.clear();
        yield Reply.error(401, "令牌已失效");
      }
      case SLOW -> {
        trouble.dawdle();
        yield null;
      }
      case HALF_OPEN -> {
        trouble.neverAnswer();
        yield Reply.HANG_UP;
      }
      case OFF, CUT, REFUSE, LOSE, DUPLICATE, SKEW, HALF -> null;
    };
  }

  private boolean valid(String token) {
    Instant until = token == null ? null : tokens.get(token);
    return until != null && now().isBefore(until);
  }

  /** What this platform believes the time is. */
  private Instant now() {
    return clock.instant().plus(trouble.skew());
  }

  /** A sign-in without a time is none of this check's business. */
  private boolean tooOld(String timestamp) {
    try {
      Instant signed =
          LocalDateTime.parse(timestamp, TIMESTAMP).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
      return Duration.between(signed, now()).abs().compareTo(MOST_SKEW) > 0;
    } catch (DateTimeParseException none) {
      return !timestamp.isEmpty();
    }
  }
}
