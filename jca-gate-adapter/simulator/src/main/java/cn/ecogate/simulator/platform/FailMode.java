package cn.ecogate.simulator.platform;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How the platform misbehaves when told to. */
public enum FailMode {
  OFF("off"),
  /** HTTP 500, nothing stored. */
  ERROR("500"),
  /** HTTP 401, all tokens forgotten. */
  TOKEN("401"),
  /** Answers late. */
  SLOW("slow"),
  /** Stores the record, then hangs up without an answer. */
  CUT("cut"),
  /** Refuses the record for good; with a field named, only if the record has it. */
  REFUSE("refuse"),
  /** Takes the request and never answers; the connection stays open. */
  HALF_OPEN("half-open"),
  /** Answers that all is well and stores nothing. */
  LOSE("lose"),
  /** Stores the record, then says that it had it already. */
  DUPLICATE("duplicate"),
  /** Its clock is an hour ahead: tokens have ended, and a sign-in of now is too old for it. */
  SKEW("skew"),
  /** Sends only half of every list down, though it says how long it is. */
  HALF("half");

  private final String word;

  FailMode(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The mode of that word; an {@link IllegalArgumentException} names them all. */
  public static FailMode of(String word) {
    return Arrays.stream(values())
        .filter(mode -> mode.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no fail mode \""
                        + word
                        + "\"; there are: "
                        + Arrays.stream(values())
                            .map(FailMode::word)
                            .collect(Collectors.joining(", "))));
  }
}
