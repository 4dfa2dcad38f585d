package cn.ecogate.simulator.site;

/** The site file cannot be played; the message is one sentence that says what to change. */
public class UnusableSite extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnusableSite(String sentence) {
    super(sentence);
  }
}
