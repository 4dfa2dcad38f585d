package cn.ecogate.ledger.entity;

/**
 * Builds an entry's text so that the same facts always give the same bytes: one {@code name: value}
 * a line in the order given, {@code \n} and {@code \\} escaped, null left out.
 */
public final class CanonicalText {

  private final StringBuilder text;

  private CanonicalText(String form) {
    text = new StringBuilder(512).append(form).append('\n');
  }

  /** Begins a text of that form, e.g. {@code ecogate passage 1}. */
  public static CanonicalText of(String form) {
    return new CanonicalText(form);
  }

  public CanonicalText line(String name, Object value) {
    if (value != null) {
      String escaped =
          value.toString().replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
      text.append(name).append(": ").append(escaped).append('\n');
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
