package cn.ecogate.ledger.boundary;

import cn.ecogate.ledger.entity.CanonicalText;
import java.util.List;

/**
 * An entry about to be written.
 *
 * @param subject the recorded thing's own key, at most 128 characters
 * @param own rows of the recorder's, written in the same statement
 */
public record Draft(String subject, CanonicalText text, WrittenAlong own) {

  /** An entry without rows of its own. */
  public static Draft of(String subject, CanonicalText text) {
    return new Draft(subject, text, entry -> List.of());
  }
}
