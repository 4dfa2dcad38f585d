package cn.ecogate.web.uplink;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A day as it stands in an address. */
final class Days {

  private Days() {}

  /** Empty if it is none. */
  static Optional<LocalDate> parse(String text) {
    try {
      return text == null || text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}
