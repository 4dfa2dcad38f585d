package cn.ecogate.db;

/** The embedded database cannot be started or stopped; the sentence says why. */
public final class DatabaseFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseFault(String sentence) {
    super(sentence);
  }

  public DatabaseFault(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
