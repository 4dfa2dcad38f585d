package cn.ecogate.simulator.platform;

import cn.ecogate.simulator.truth.JsonText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The platform's answers to one enterprise, without any HTTP. */
final class Desk {

  private static final Duration TOKEN_LIFE = Duration.ofHours(2);
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
  private final Trouble trouble;
  private final Clock clock;
  private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
  private final AtomicLong heartbeats = new AtomicLong();

  Desk(Enterprise enterprise, RecordStore store, Trouble trouble, Clock clock) {
    this.enterprise = enterprise;
    this.signature = new SignatureCheck(enterprise.publicKey());
    this.store = store;
    this.trouble = trouble;
    this.clock = clock;
  }

  long heartbeats() {
    return heartbeats.get();
  }

  Reply answer(String endpoint, String token, String text) {
    JsonText.Read body;
    try {
      body = JsonText.object(text);
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
      default -> Reply.error(404, "没有接口 " + endpoint);
    };
  }

  private Reply token(JsonText.Read body) {
    if (!body.text("account").equals(enterprise.account())
        || !body.text("password").equals(enterprise.password())) {
      return Reply.refusal("40101", "账号或密码不对");
    }
    String token = UUID.randomUUID().toString();
    tokens.put(token, clock.instant().plus(TOKEN_LIFE));
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
    if (mode == FailMode.REFUSE) {
      return Reply.refusal("40001", "号牌颜色与车辆类型不符");
    }
    for (String field : REQUIRED) {
      if (body.text(field).isEmpty()) {
        return Reply.refusal("40002", "缺少必填项 " + field);
      }
    }
    if (!body.text("enterpriseNo").equals(enterprise.number())) {
      return Reply.refusal("40003", "企业编号不是本账号的");
    }
    boolean fresh = store.keep(enterprise.platformId(), body.text("serialNo"), body.members());
    return mode == FailMode.CUT ? Reply.HANG_UP : Reply.ok(fresh ? "成功" : "记录已存在", Map.of());
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
      case OFF, CUT, REFUSE -> null;
    };
  }

  private boolean valid(String token) {
    Instant until = token == null ? null : tokens.get(token);
    return until != null && clock.instant().isBefore(until);
  }
}
