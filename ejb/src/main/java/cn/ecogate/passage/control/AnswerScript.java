package cn.ecogate.passage.control;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/** The rules' answers as the JSON text that is kept with a passage. */
public final class AnswerScript {

  /**
   * Held, because every {@code Json.create…} looks for the provider anew, once per truck and rule.
   */
  private static final JsonProvider JSON = JsonProvider.provider();

  private AnswerScript() {}

  public static String write(List<RuleAnswer> answers) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (RuleAnswer answer : answers) {
      JsonObjectBuilder object =
          JSON.createObjectBuilder()
              .add("rule", answer.rule())
              .add("title", answer.title())
              .add("clause", answer.clause())
              .add("outcome", answer.outcome().name())
              .add("found", answer.found());
      answer
          .reason()
          .ifPresent(
              reason -> object.add("code", reason.code().name()).add("reason", reason.sentence()));
      array.add(object);
    }
    return array.build().toString();
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
