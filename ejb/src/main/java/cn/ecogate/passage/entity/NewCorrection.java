package cn.ecogate.passage.entity;

/**
 * How a passage's record should read, as a person says it.
 *
 * @param seen how many corrections it had when he looked: another one since is a stale edit
 * @param items plate, colour, direction; the vehicle's own items count only if they are typed
 * @param from where the vehicle's own items come from; null is {@link From#PLATE}
 */
public record NewCorrection(
    long passageId, int seen, PassageItems items, From from, String reason) {

  /** Where the vehicle's own items come from. */
  public enum From {
    /** They stay; those of another vehicle go: a new plate brings its filing's, or none. */
    PLATE("号牌不变则不变，号牌改变则取新号牌的备案"),
    /** Taken from the plate's filing as it is now. */
    FILING("取自该号牌现在的备案"),
    /** As typed. */
    TYPED("按下面所填");

    private final String label;

    From(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
