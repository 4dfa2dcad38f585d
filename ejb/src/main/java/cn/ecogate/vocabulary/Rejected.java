package cn.ecogate.vocabulary;

/**
 * The caller's mistake: nothing was written. Screens show the sentence at the field, REST as {@code
 * problem+json}.
 *
 * <p>The message says in Chinese how to put it right; {@link #code} is stable and machine-readable.
 */
public class Rejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String field;

  public Rejected(String code, String field, String sentence) {
    super(sentence);
    this.code = code;
    this.field = field;
  }

  /** Stable, e.g. {@code plate-shape}. */
  public String code() {
    return code;
  }

  /** The input's name, empty if the mistake belongs to no single one. */
  public String field() {
    return field;
  }
}
