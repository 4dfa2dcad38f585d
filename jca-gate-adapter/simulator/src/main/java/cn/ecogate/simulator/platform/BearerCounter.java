package cn.ecogate.simulator.platform;

import cn.ecogate.simulator.truth.JsonText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A platform with a form to log in, bearer tokens, lists around everything, photos by themselves,
 * and numbers that tie an exit to its entrance: an exit of a vehicle that is inside is refused
 * without the number of its entrance.
 */
final class BearerCounter implements Counter {

  private static final int IN = 1;

  private final Enterprise enterprise;
  private final RecordStore store;
  private final Trouble trouble;
  private final Clock clock;
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final Set<String> files = ConcurrentHashMap.newKeySet();
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, String> inside = new HashMap<>();
  private final AtomicLong heartbeats = new AtomicLong();
  private volatile String lastHeartbeat = "";

  BearerCounter(Enterprise enterprise, RecordStore store, Trouble trouble, Clock clock) {
    this.enterprise = enterprise;
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
  public synchronized Reply answer(Asked asked) {
    if (asked.endpoint().equals("auth/login")) {
      return login(form(asked.text()));
    }
    if (!tokens.contains(asked.header("Authorization"))) {
      return envelope(4010, "请先登录", Map.of());
    }
    FailMode mode = trouble.next();
    if (mode == FailMode.ERROR) {
      return envelope(5000, "系统繁忙", Map.of());
    }
    if (mode == FailMode.TOKEN) {
      tokens.clear();
      return envelope(4010, "令牌已失效", Map.of());
    }
    Map<?, ?> content;
    try {
      content = content(asked.text());
    } catch (IllegalArgumentException e) {
      return envelope(4000, "data 应为只有一项的列表：" + e.getMessage(), Map.of());
    }
    return switch (asked.endpoint()) {
      case "files" -> file(content);
      case "vehicles/through" -> mode == FailMode.CUT ? cut(content) : through(content);
      case "devices/state" -> state(content);
      default -> envelope(4040, "没有接口 " + asked.endpoint(), Map.of());
    };
  }

  private Reply login(Map<String, String> form) {
    if (!enterprise.account().equals(form.get("username"))
        || !sha256(enterprise.password().getBytes(StandardCharsets.UTF_8))
            .equals(form.get("password"))
        || !"password".equals(form.get("grant_type"))) {
      return envelope(4011, "账号或密码不对", Map.of());
    }
    String token = UUID.randomUUID().toString();
    tokens.add("Bearer " + token);
    return envelope(0, "ok", Map.of("accessToken", token, "expiresIn", 3600));
  }

  private Reply file(Map<?, ?> content) {
    byte[] bytes;
    try {
      bytes = java.util.Base64.getDecoder().decode(text(content, "content"));
    } catch (IllegalArgumentException e) {
      return envelope(4001, "content 不是 Base64", Map.of());
    }
    if (!sha256(bytes).equals(text(content, "sha256"))) {
      return envelope(4002, "照片与摘要不符", Map.of());
    }
    String url = "/f/" + text(content, "sha256");
    files.add(url);
    return envelope(0, "ok", Map.of("url", url));
  }

  private Reply cut(Map<?, ?> content) {
    through(content);
    return Reply.HANG_UP;
  }

  private Reply through(Map<?, ?> content) {
    String key = text(content, "recordNo");
    if (!enterprise.number().equals(text(content, "companyId")) || key.isEmpty()) {
      return envelope(4003, "缺少 recordNo，或 companyId 不是本账号的", Map.of());
    }
    if (!(content.get("vehicle") instanceof Map<?, ?> vehicle)
        || !(content.get("site") instanceof Map<?, ?>)) {
      return envelope(4004, "vehicle、site 应为对象", Map.of());
    }
    if (content.get("photos") instanceof Map<?, ?> photos
        && !photos.values().stream().allMatch(files::contains)) {
      return envelope(4005, "照片没有先上传", Map.of());
    }
    if (numbers.containsKey(key)) {
      store.keep(enterprise.platformId(), key, members(content));
      return envelope(4090, "已有此记录", Map.of("throughId", numbers.get(key)));
    }
    String plate = text(vehicle, "plateNo") + text(vehicle, "plateColor");
    boolean entering = number(content, "inOut") == IN;
    String entrance = inside.get(plate);
    if (!entering && entrance != null && !entrance.equals(text(content, "throughId"))) {
      return envelope(4006, "出厂记录应带入厂的 throughId", Map.of());
    }
    if (!store.keep(enterprise.platformId(), key, members(content))) {
      return envelope(4090, "已有此记录", Map.of());
    }
    String number = "T" + (numbers.size() + 1);
    numbers.put(key, number);
    if (entering && Boolean.TRUE.toString().equals(String.valueOf(content.get("passed")))) {
      inside.put(plate, number);
    } else if (!entering) {
      inside.remove(plate);
    }
    return envelope(0, "ok", Map.of("throughId", number));
  }

  private Reply state(Map<?, ?> content) {
    heartbeats.incrementAndGet();
    lastHeartbeat = clock.instant() + " " + JsonText.write(content.get("list"));
    return envelope(0, "ok", Map.of());
  }

  private static Map<?, ?> content(String text) {
    if (JsonText.object(text).members().get("data") instanceof List<?> list
        && list.size() == 1
        && list.get(0) instanceof Map<?, ?> content) {
      return content;
    }
    throw new IllegalArgumentException("data");
  }

  private static Map<String, Object> members(Map<?, ?> content) {
    Map<String, Object> members = new LinkedHashMap<>();
    content.forEach((name, value) -> members.put(String.valueOf(name), value));
    return members;
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    for (String pair : text.split("&")) {
      String[] sides = pair.split("=", 2);
      if (sides.length == 2) {
        form.put(decoded(sides[0]), decoded(sides[1]));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String text(Map<?, ?> map, String name) {
    return map.get(name) instanceof String value ? value : "";
  }

  private static int number(Map<?, ?> map, String name) {
    Object value = map.get(name);
    return value != null && value.toString().matches("\\d{1,9}")
        ? Integer.parseInt(value.toString())
        : -1;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Reply envelope(int code, String message, Map<String, Object> data) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("code", code);
    envelope.put("msg", message);
    envelope.put("data", data);
    return new Reply(200, envelope);
  }
}
