package cn.ecogate.mobile.strategy;

import cn.ecogate.mobile.Word;
import cn.ecogate.passage.entity.Rehearsal;
import java.time.Instant;
import java.util.List;

/**
 * What a strategy would have refused of the passages since {@code from}.
 *
 * @param sentence the strategy as one Chinese sentence
 * @param whole false if only the newest passages were looked at
 */
public record RehearsalItem(
    String sentence,
    Instant from,
    boolean whole,
    long passages,
    long refused,
    long already,
    long asked,
    List<StageItem> stages,
    long vehicleCount,
    List<CaughtItem> vehicles) {

  /** Refused passages of one stage and fuel. */
  public record StageItem(Word stage, Word fuel, long passages, long vehicles) {}

  /** A vehicle that would have been refused. */
  public record CaughtItem(
      String plate, Word color, String type, Word fuel, Word stage, String owner, long passages) {}

  static RehearsalItem of(String sentence, Rehearsal past) {
    return new RehearsalItem(
        sentence,
        past.from(),
        past.whole(),
        past.passages(),
        past.refused(),
        past.already(),
        past.asked(),
        past.stages().stream()
            .map(
                part ->
                    new StageItem(
                        Word.of(part.stage()),
                        Word.of(part.fuel()),
                        part.passages(),
                        part.vehicles()))
            .toList(),
        past.vehicleCount(),
        past.vehicles().stream()
            .map(
                one ->
                    new CaughtItem(
                        one.plate(),
                        Word.of(one.color()),
                        one.type(),
                        Word.of(one.fuel()),
                        Word.of(one.stage()),
                        one.owner(),
                        one.passages()))
            .toList());
  }
}
