package cn.ecogate.simulator.platform;

import cn.ecogate.simulator.truth.JsonText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A platform that wants to be asked before a vehicle passes; here the records only. Signatures in a
 * header, photos as data URLs, errors by name.
 */
final class CheckFirstCounter implements Counter {

  private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

  private final Enterprise enterprise;
  private final SignatureCheck signature;
  private final RecordStore store;
  private final Trouble trouble;
  private final Clock clock;
  private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
  private final AtomicLong heartbeats = new AtomicLong();
  private volatile String lastHeartbeat = "";

  CheckFirstCounter(Enterprise enterprise, RecordStore store, Trouble trouble, Clock clock) {
    this.enterprise = enterprise;
    this.signature = new SignatureCheck(enterprise.publicKey());
    this.store = store;
    this.trouble = trouble;
    this.clock = clock;
  }

  @Override
  public long heartbeats() {
    return heartbeats.get();
  }

  @Override
  public String lastHeartbeat() {
    return lastHeartbeat;
  }

  @Override
  public Reply answer(Asked asked) {
    JsonText.Read body;
    try {
      body = JsonText.object(asked.text());
    } catch (IllegalArgumentException e) {
      return no("FORMAT", "请求不是 JSON：" + e.getMessage());
    }
    String objection = signature.objection(body, asked.header("X-Signature"));
    if (objection != null) {
      return no("SIGNATURE", objection);
    }
    return switch (asked.endpoint()) {
      case "token" -> token(body);
      case "pass/record" -> record(asked, body);
      case "alive" -> alive(asked, body);
      default -> no("PATH", "没有接口 " + asked.endpoint());
    };
  }

  private Reply token(JsonText.Read body) {
    if (!body.text("appId").equals(enterprise.account())
        || !body.text("secret").equals(enterprise.password())) {
      return no("SECRET", "账号或密码不对");
    }
    String token = UUID.randomUUID().toString();
    tokens.put(token, clock.instant().plus(TOKEN_LIFE));
    return yes(Map.of("token", token, "seconds", TOKEN_LIFE.toSeconds()));
  }

  private Reply record(Asked asked, JsonText.Read body) {
    FailMode mode = trouble.next();
    if (mode == FailMode.TOKEN) {
      tokens.clear();
    }
    if (!valid(asked)) {
      return no("TOKEN", "令牌无效");
    }
    if (mode == FailMode.ERROR) {
      return no("BUSY", "系统繁忙");
    }
    if (!enterprise.number().equals(body.text("plant"))
        || body.text("id").isEmpty()
        || !(body.members().get("checked") instanceof Boolean)) {
      return no("FIELD", "缺少 id、plant 或 checked");
    }
    for (String photo : List.of("head", "body")) {
      if (!body.text(photo).isEmpty() && !body.text(photo).startsWith("data:image/jpeg;base64,")) {
        return no("FIELD", photo + " 应为 data URL");
      }
    }
    try {
      OffsetDateTime.parse(body.text("at"));
    } catch (DateTimeParseException e) {
      return no("FIELD", "at 不是带时区的时间");
    }
    return store.keep(enterprise.platformId(), body.text("id"), body.members())
        ? yes(Map.of())
        : no("KNOWN", "已有此记录");
  }

  private Reply alive(Asked asked, JsonText.Read body) {
    if (!valid(asked)) {
      return no("TOKEN", "令牌无效");
    }
    heartbeats.incrementAndGet();
    lastHeartbeat = body.written().getOrDefault("lanes", "");
    return yes(Map.of());
  }

  private boolean valid(Asked asked) {
    Instant until = tokens.get(asked.header("X-Token"));
    return until != null && clock.instant().isBefore(until);
  }

  private static Reply yes(Map<String, Object> result) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("ok", true);
    envelope.put("result", result);
    return new Reply(200, envelope);
  }

  private static Reply no(String code, String text) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("ok", false);
    envelope.put("error", Map.of("code", code, "text", text));
    return new Reply(200, envelope);
  }
}
