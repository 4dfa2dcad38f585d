package cn.ecogate.registry.control;

import static cn.ecogate.registry.control.VehicleExample.aTruck;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.registry.entity.ReviewState;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.entity.ReviewRule;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.Rejected;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("备案审核")
class ReviewPlanTest {

  private static final Instant NOON = Instant.parse("2026-11-28T04:00:00Z");

  @Test
  @DisplayName("企业不要求审核时，备案即生效；要求时先待审核")
  void aFilingWaitsOnlyWhereTheEnterpriseWantsIt() {
    Vehicle free = aTruck();
    ReviewPlan.filed(free, ReviewRule.NONE, "wang");
    assertThat(free.getReview()).isEqualTo(ReviewState.IN_FORCE);

    Vehicle reviewed = aTruck();
    ReviewPlan.filed(reviewed, ReviewRule.ANYBODY, "wang");
    assertThat(reviewed.getReview()).isEqualTo(ReviewState.AWAITING);
    assertThat(reviewed.getSubmittedBy()).isEqualTo("wang");
  }

  @Test
  @DisplayName("要求两人时，本人不能审核自己提交的备案")
  void nobodyChecksHisOwnFilingWhereTwoPeopleAreWanted() {
    Vehicle vehicle = aTruck();
    ReviewPlan.filed(vehicle, ReviewRule.ANOTHER_PERSON, "wang");

    assertThatThrownBy(() -> ReviewPlan.mayCheck(vehicle, ReviewRule.ANOTHER_PERSON, "wang"))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo("own-filing");
              assertThat(rejected).hasMessageContaining("须由另一人审核");
            });
    ReviewPlan.mayCheck(vehicle, ReviewRule.ANOTHER_PERSON, "li");
    ReviewPlan.mayCheck(vehicle, ReviewRule.ANYBODY, "wang");
  }

  @Test
  @DisplayName("改动影响判定的项目要重新审核，改发动机号不必")
  void onlyAWeightyChangeIsReviewedAgain() {
    Vehicle engine = aTruck();
    engine.setEngineNo("1");
    assertThat(ReviewPlan.weighty(aTruck(), engine)).isFalse();
    Vehicle stage = aTruck();
    stage.setStage(EmissionStage.CHINA_4);
    assertThat(ReviewPlan.weighty(aTruck(), stage)).isTrue();

    Vehicle inForce = aTruck();
    ReviewPlan.filed(inForce, ReviewRule.ANYBODY, "wang");
    inForce.putInForce("li", NOON);
    ReviewPlan.changed(inForce, false, ReviewRule.ANYBODY, "wang");
    assertThat(inForce.getReview()).isEqualTo(ReviewState.IN_FORCE);
    ReviewPlan.changed(inForce, true, ReviewRule.ANYBODY, "wang");
    assertThat(inForce.getReview()).isEqualTo(ReviewState.AWAITING);
    assertThat(inForce.getReviewedBy()).isNull();
  }

  @Test
  @DisplayName("退回的备案改过之后重新待审核")
  void whatWasReturnedWaitsAgainOnceItIsChanged() {
    Vehicle vehicle = aTruck();
    ReviewPlan.filed(vehicle, ReviewRule.ANYBODY, "wang");
    vehicle.giveBack("li", NOON, "行驶证看不清");
    ReviewPlan.changed(vehicle, false, ReviewRule.ANYBODY, "wang");
    assertThat(vehicle.getReview()).isEqualTo(ReviewState.AWAITING);
    assertThat(vehicle.getReturnedFor()).isNull();
  }

  @Test
  @DisplayName("车道上的临时备案，企业不要求审核也要有人审核")
  void aTemporaryFilingAlwaysWaitsForSomebody() {
    Vehicle vehicle = aTruck();
    vehicle.submit("guard");
    vehicle.setTemporaryUntil(NOON);
    ReviewPlan.changed(vehicle, true, ReviewRule.NONE, "wang");
    assertThat(vehicle.getReview()).isEqualTo(ReviewState.AWAITING);
    vehicle.putInForce("wang", NOON);
    assertThat(vehicle.getTemporaryUntil()).isNull();
  }
}
