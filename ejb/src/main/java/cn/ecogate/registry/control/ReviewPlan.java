package cn.ecogate.registry.control;

import cn.ecogate.registry.entity.ReviewState;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.entity.ReviewRule;
import cn.ecogate.vocabulary.Rejected;
import java.util.Objects;

/** Who has to look at a filing before it counts, and after which changes again. */
public final class ReviewPlan {

  private ReviewPlan() {}

  /** How a new filing begins. */
  public static void filed(Vehicle vehicle, ReviewRule rule, String who) {
    vehicle.submit(who);
    if (rule == ReviewRule.NONE) {
      vehicle.putInForce(null, null);
    }
  }

  /**
   * How a changed filing goes on. What was filed at the lane always waits for somebody, and what
   * already waits goes on waiting.
   *
   * @param weighty what {@link #weighty} said of the change
   */
  public static void changed(Vehicle vehicle, boolean weighty, ReviewRule rule, String who) {
    if (rule == ReviewRule.NONE && vehicle.getTemporaryUntil() == null) {
      vehicle.submit(who);
      vehicle.putInForce(null, null);
    } else if (weighty || vehicle.getReview() != ReviewState.IN_FORCE) {
      vehicle.submit(who);
    }
  }

  /**
   * True if the change touches what the gate decides by, or what proves it; a corrected engine
   * number stops no truck.
   */
  public static boolean weighty(Vehicle before, Vehicle after) {
    return !(Objects.equals(before.getPlate(), after.getPlate())
        && before.getPlateColor() == after.getPlateColor()
        && Objects.equals(before.getVehicleType(), after.getVehicleType())
        && Objects.equals(before.getUse(), after.getUse())
        && Objects.equals(before.getVin(), after.getVin())
        && before.getFuel() == after.getFuel()
        && before.getStage() == after.getStage()
        && Objects.equals(before.getOwner(), after.getOwner())
        && Objects.equals(before.getValidUntil(), after.getValidUntil()));
  }

  /** Refuses somebody who would check his own filing where the enterprise wants two people. */
  public static void mayCheck(Vehicle vehicle, ReviewRule rule, String who) {
    if (rule == ReviewRule.ANOTHER_PERSON && who.equals(vehicle.getSubmittedBy())) {
      throw new Rejected(
          "own-filing", "", vehicle.plateInWords() + "的备案是您本人提交的，须由另一人审核。请由其他管理员或环保专员审核。");
    }
  }
}
