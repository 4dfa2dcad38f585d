package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * What one call of a camera said, and what it is answered once that is kept.
 *
 * @param vehicles mostly one; none if it was a sign of life or something else
 * @param trouble what the camera complains of, in words; empty if nothing
 * @param answerType the answer's content type, empty if it has no body
 * @param answer never a word that opens anything
 */
public record Pushed(
    List<? extends Sighted> vehicles, String trouble, String answerType, byte[] answer) {

  public Pushed {
    vehicles = List.copyOf(vehicles);
  }

  static Pushed json(List<? extends Sighted> vehicles, String answer) {
    return new Pushed(vehicles, "", "application/json; charset=utf-8", answer.getBytes(UTF_8));
  }
}
