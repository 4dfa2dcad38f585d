package cn.ecogate.uplink.control;

import cn.ecogate.uplink.control.Profile.AnswerForm;
import cn.ecogate.uplink.entity.Answer;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a platform's HTTP answer means, by its profile. */
final class AnswerReading {

  /**
   * The request itself is at fault; 404, 403 and the like are a wrong address or account instead.
   */
  private static final Set<Integer> RECORD_AT_FAULT = Set.of(400, 409, 413, 422);

  private static final int LONGEST_WORDS = 300;

  private final AnswerForm form;
  private final int status;
  private final String body;
  private final Optional<JsonObject> json;

  AnswerReading(AnswerForm form, int status, String body) {
    this.form = form;
    this.status = status;
    this.body = body;
    this.json = parse(body);
  }

  int status() {
    return status;
  }

  /** What the platform wrote, word for word. */
  String body() {
    return body;
  }

  boolean tokenRefused() {
    return status == 401 || !success() && form.tokenCodes().contains(code());
  }

  Answer answer() {
    if (taken() && json.isEmpty()) {
      return new Answer.TryAgain("平台的回答不是 JSON：" + shortened(body), true);
    }
    if (taken() && success()) {
      return new Answer.Accepted(words());
    }
    if (json.isPresent() && form.duplicateCodes().contains(code())) {
      return new Answer.Accepted(words());
    }
    String verdict = form.success().isEmpty() ? form.code() : form.success();
    if (taken() && at(verdict).isEmpty()) {
      return new Answer.TryAgain("平台的回答里没有 " + verdict + "：" + shortened(body), true);
    }
    boolean forGood =
        taken()
            ? !form.againCodes().contains(code()) && !form.tokenCodes().contains(code())
            : json.isPresent() && RECORD_AT_FAULT.contains(status);
    return forGood ? new Answer.RefusedForGood(words()) : new Answer.TryAgain(words(), true);
  }

  /** The texts of the list at a dotted path; empty if there is no list. */
  Optional<List<String>> textsAt(String path) {
    JsonValue here = valueAt(path);
    return here.getValueType() != JsonValue.ValueType.ARRAY
        ? Optional.empty()
        : Optional.of(
            here.asJsonArray().stream()
                .map(item -> item instanceof JsonString text ? text.getString() : item.toString())
                .toList());
  }

  /** The list at a dotted path; empty if there is none. */
  Optional<List<JsonValue>> itemsAt(String path) {
    JsonValue here = valueAt(path);
    return here.getValueType() == JsonValue.ValueType.ARRAY
        ? Optional.of(List.copyOf(here.asJsonArray()))
        : Optional.empty();
  }

  /** The text at a dotted path, e.g. {@code data.token}. */
  Optional<String> at(String path) {
    JsonValue here = valueAt(path);
    return switch (here.getValueType()) {
      case STRING -> Optional.of(((JsonString) here).getString());
      case NUMBER, TRUE, FALSE -> Optional.of(here.toString());
      default -> Optional.empty();
    };
  }

  private JsonValue valueAt(String path) {
    JsonValue here = json.map(object -> (JsonValue) object).orElse(JsonValue.NULL);
    for (String step : path.split("\\.")) {
      here =
          here.getValueType() == JsonValue.ValueType.OBJECT
              ? here.asJsonObject().getOrDefault(step, JsonValue.NULL)
              : JsonValue.NULL;
    }
    return here;
  }

  private boolean taken() {
    return status / 100 == 2;
  }

  private boolean success() {
    return form.success().isEmpty()
        ? form.successCodes().contains(code())
        : at(form.success()).filter(Boolean::parseBoolean).isPresent();
  }

  private String code() {
    return at(form.code()).orElse("");
  }

  private String words() {
    String said = at(form.message()).orElse(json.isPresent() ? "" : body).strip();
    String code = code();
    String number = taken() ? (code.isEmpty() ? "" : "代码 " + code) : "HTTP " + status;
    if (said.isEmpty()) {
      return number.isEmpty() ? "平台没有说明" : "平台没有说明（" + number + "）";
    }
    return shortened(said) + (number.isEmpty() ? "" : "（" + number + "）");
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_WORDS ? text : text.substring(0, LONGEST_WORDS) + "…";
  }

  private static Optional<JsonObject> parse(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return Optional.of(reader.readObject());
    } catch (JsonException | IllegalStateException e) {
      return Optional.empty();
    }
  }
}
