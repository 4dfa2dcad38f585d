package cn.ecogate.uplink.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object in the making whose fields are named by dotted paths: {@code vehicle.plateNo}. */
final class JsonTree {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  JsonTree put(String path, JsonValue value) {
    Map<String, Object> here = fields;
    String[] steps = path.split("\\.");
    for (int i = 0; i < steps.length - 1; i++) {
      here = inner(here, steps[i], path);
    }
    here.put(steps[steps.length - 1], value);
    return this;
  }

  JsonObject json() {
    return json(fields);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> inner(Map<String, Object> here, String step, String path) {
    Object inner = here.computeIfAbsent(step, name -> new LinkedHashMap<String, Object>());
    if (inner instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalStateException("字段 " + path + " 的上一级 " + step + " 已是一个值，不能再有下级");
  }

  @SuppressWarnings("unchecked")
  private static JsonObject json(Map<String, Object> fields) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    fields.forEach(
        (name, value) ->
            json.add(
                name,
                value instanceof JsonValue plain ? plain : json((Map<String, Object>) value)));
    return json.build();
  }
}
