package cn.ecogate.ledger.entity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Builds an entry's text so that the same facts always give the same bytes: one {@code name: value}
 * a line in the order given, line breaks and {@code \} escaped, null left out, instants in UTC and
 * whole milliseconds.
 */
public final class CanonicalText {

  private final StringBuilder text;

  private CanonicalText(String form) {
    text = new StringBuilder(512).append(form).append('\n');
  }

  /** Begins a text of that form, e.g. {@code ecogate passage 1}. */
  public static CanonicalText of(String form) {
    if (form.indexOf('\n') >= 0) {
      throw new IllegalStateException("a form is one line: " + form);
    }
    return new CanonicalText(form);
  }

  public CanonicalText line(String name, Object value) {
    append(text, name, value);
    return this;
  }

  /** These lines and the closing ones: the text as it stands in the ledger. */
  public String closed(String kind, String subject, Instant at) {
    return closed(Map.of(), kind, subject, at);
  }

  /** The same with lines about whom it was recorded for, before the closing ones. */
  public String closed(Map<String, String> origin, String kind, String subject, Instant at) {
    StringBuilder lines = new StringBuilder(text);
    origin.forEach((name, value) -> append(lines, name, value));
    return lines + closing(kind, subject, at);
  }

  /**
   * What the ledger itself writes under every text, so that an entry's kind, subject and time are
   * part of its leaf and cannot be changed beside it.
   */
  public static String closing(String kind, String subject, Instant at) {
    StringBuilder lines = new StringBuilder(128);
    append(lines, "entry-kind", kind);
    append(lines, "entry-subject", subject);
    append(lines, "entry-at", at);
    return lines.toString();
  }

  private static void append(StringBuilder text, String name, Object value) {
    if (name.indexOf(':') >= 0 || name.indexOf('\n') >= 0) {
      throw new IllegalStateException("a line's name has neither colon nor line break: " + name);
    }
    if (value != null) {
      Object whole = value instanceof Instant at ? at.truncatedTo(ChronoUnit.MILLIS) : value;
      text.append(name).append(": ").append(escaped(whole.toString())).append('\n');
    }
  }

  private static String escaped(String value) {
    return value.indexOf('\\') < 0 && value.indexOf('\r') < 0 && value.indexOf('\n') < 0
        ? value
        : value.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
