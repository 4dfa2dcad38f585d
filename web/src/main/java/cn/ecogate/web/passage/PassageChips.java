package cn.ecogate.web.passage;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Chip;
import cn.ecogate.web.frame.Words;
import java.util.List;

/** The filters in force, in words. */
final class PassageChips {

  private PassageChips() {}

  static List<Chip> of(Address address, Words words) {
    return Chip.of(address, words, (name, value) -> value(address, name, words), "columns");
  }

  private static String value(Address address, String name, Words words) {
    Enum<?> constant =
        switch (name) {
          case "direction" -> address.constant(name, Direction.class).orElse(null);
          case "stage" -> address.constant(name, EmissionStage.class).orElse(null);
          case "fuel" -> address.constant(name, FuelType.class).orElse(null);
          case "outcome" -> address.constant(name, Passage.Outcome.class).orElse(null);
          case "source" -> address.constant(name, Passage.Source.class).orElse(null);
          case "reason" -> address.constant(name, Reason.Code.class).orElse(null);
          default -> null;
        };
    return constant != null ? words.of(constant) : address.get(name).replace('T', ' ');
  }
}
