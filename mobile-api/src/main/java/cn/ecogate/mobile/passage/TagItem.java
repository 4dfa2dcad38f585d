package cn.ecogate.mobile.passage;

import cn.ecogate.mobile.Word;
import cn.ecogate.passage.entity.TagFinding;
import java.time.Instant;

/**
 * A code that was read beside the vehicle.
 *
 * @param finding how a VIN stands to the filing
 * @param plate plate on file for that VIN, left out if none
 */
public record TagItem(
    Word kind, String number, String text, Instant seenAt, Word finding, String plate) {

  static TagItem of(TagFinding found) {
    return new TagItem(
        Word.of(found.tag().getKind(), found.tag().getKind().label()),
        found.tag().getNumber(),
        found.tag().getText(),
        found.tag().getSeenAt(),
        Word.of(found.finding(), found.finding().label()),
        found.plate());
  }
}
