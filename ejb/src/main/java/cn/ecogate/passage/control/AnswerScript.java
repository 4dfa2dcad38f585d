package cn.ecogate.passage.control;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/** The rules' answers as the JSON text that is kept with a passage. */
public final class AnswerScript {

  /**
   * Held, because every {@code Json.create…} looks for the provider anew, once per truck and rule.
   */
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final int USUAL_LENGTH = 4_096;

  private AnswerScript() {}

  public static String write(List<RuleAnswer> answers) {
    StringWriter text = new StringWriter(USUAL_LENGTH);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (RuleAnswer answer : answers) {
        json.writeStartObject()
            .write("rule", answer.rule())
            .write("title", answer.title())
            .write("clause", answer.clause())
            .write("outcome", answer.outcome().name())
            .write("found", answer.found());
        answer
            .reason()
            .ifPresent(
                reason ->
                    json.write("code", reason.code().name()).write("reason", reason.sentence()));
        json.writeEnd();
      }
      json.writeEnd();
    }
    return text.toString();
  }

  public static List<RuleAnswer> read(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonArray array = reader.readArray();
      return array.getValuesAs(JsonObject.class).stream().map(AnswerScript::answer).toList();
    }
  }

  private static RuleAnswer answer(JsonObject object) {
    Optional<Reason> reason =
        object.containsKey("code")
            ? Optional.of(
                new Reason(
                    Reason.Code.valueOf(object.getString("code")), object.getString("reason")))
            : Optional.empty();
    return new RuleAnswer(
        object.getString("rule"),
        object.getString("title"),
        object.getString("clause"),
        RuleAnswer.Outcome.valueOf(object.getString("outcome")),
        object.getString("found"),
        reason);
  }
}
