package cn.ecogate.uplink.entity;

import java.util.Optional;

/** What a platform sends down (平台下发). */
public enum ReceiptKind {
  EXCEEDING("exceeding", "超标车辆名单"),
  STRATEGY("strategy", "管控策略"),
  VIOLATION("violation", "违规通报");

  private final String word;
  private final String label;

  ReceiptKind(String word, String label) {
    this.word = word;
    this.label = label;
  }

  /** The kind of that word, as it stands in a profile. */
  public static Optional<ReceiptKind> of(String word) {
    for (ReceiptKind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** As it stands in profiles. */
  public String word() {
    return word;
  }

  public String label() {
    return label;
  }
}
