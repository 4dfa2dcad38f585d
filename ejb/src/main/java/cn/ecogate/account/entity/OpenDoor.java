package cn.ecogate.account.entity;

import java.time.Instant;

/**
 * A way in that is open now: somebody's browser or handheld.
 *
 * @param id what it is ended by; no secret
 * @param device the browser's own words, or the handheld's name
 * @param own true for the one through which this is asked
 */
public record OpenDoor(
    Kind kind,
    String id,
    String user,
    String device,
    String from,
    Instant begun,
    Instant seen,
    Instant expires,
    boolean own) {

  /** Screens or handheld. */
  public enum Kind {
    SCREENS("浏览器"),
    HANDHELD("手持机");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
