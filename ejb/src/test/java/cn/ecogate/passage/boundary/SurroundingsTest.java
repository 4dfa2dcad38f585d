package cn.ecogate.passage.boundary;

import static cn.ecogate.passage.Arrivals.TEN;
import static cn.ecogate.passage.Arrivals.aTruckAt;
import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.entity.Circumstances;
import cn.ecogate.admission.entity.Crowd;
import cn.ecogate.admission.entity.Whereabouts;
import cn.ecogate.passage.Sites;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.ClosedLane;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.registry.boundary.MachineShelf;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.DemoData;
import cn.ecogate.site.entity.Gate;
import cn.ecogate.site.entity.LoadRule;
import cn.ecogate.site.entity.ReviewRule;
import cn.ecogate.site.entity.Site;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the rules are told of the plant around a vehicle, all of it from memory. */
@DisplayName("车辆周围的情况：在厂、容量、机械号牌")
class SurroundingsTest {

  private static final Instant THIS_MORNING = TEN.minusSeconds(7200);

  private long nanos;
  private final InsideShelf inside = new InsideShelf(() -> nanos);
  private final Surroundings surroundings = new Surroundings();

  SurroundingsTest() {
    surroundings.inside = inside;
    surroundings.closures =
        new ClosureShelf() {
          @Override
          public Optional<ClosedLane> of(String laneId) {
            return Optional.empty();
          }
        };
    surroundings.machines =
        new MachineShelf() {
          @Override
          public Optional<String> byPlate(PlateNumber plate) {
            return plate.text().equals("云A00001") ? Optional.of("装载机（JX-001）") : Optional.empty();
          }
        };
    surroundings.siteBook =
        new SiteBook() {
          @Override
          public Site site() {
            return roomFor(120, 40);
          }
        };
  }

  @Test
  @DisplayName("第一次核对在厂车辆之前，谁在厂内不可知")
  void beforeTheFirstLookNobodyKnows() {
    assertThat(around(aTruckAt(TEN).arrival()).whereabouts()).isEmpty();
    inside.renew(0, List.of());
    assertThat(around(aTruckAt(TEN).arrival()).whereabouts()).contains(Whereabouts.OUTSIDE);
  }

  @Test
  @DisplayName("在厂车辆的核对落后了，谁在厂内就不可知，直到再次核对")
  void whileTheVisitsAreBehindNobodyKnows() {
    inside.renew(9, List.of());
    nanos = InsideShelf.KNOWN_FOR.toNanos();
    assertThat(around(aTruckAt(TEN).arrival()).whereabouts()).isPresent();
    nanos++;
    assertThat(around(aTruckAt(TEN).arrival()).whereabouts()).isEmpty();
    inside.confirm();
    assertThat(around(aTruckAt(TEN).arrival()).whereabouts()).isPresent();
  }

  @Test
  @DisplayName("在厂的车辆：何时入厂、是不是从本通道；换了号牌的凭车辆识别代号认出")
  void whoIsInside() {
    inside.renew(
        9, List.of(visit(1, "云A12345", null, "A-01"), visit(2, "云A54321", "VIN2", "B-01")));
    assertThat(around(aTruckAt(TEN).arrival()).whereabouts())
        .contains(new Whereabouts(Optional.of(THIS_MORNING), true));
    assertThat(around(aTruckAt(TEN).plate("云A54321").arrival()).whereabouts())
        .contains(new Whereabouts(Optional.of(THIS_MORNING), false));
    Vehicle renamed = new Vehicle();
    renamed.setVin("VIN2");
    assertThat(
            surroundings
                .of(aTruckAt(TEN).plate("云A99999").arrival(), Optional.of(renamed))
                .whereabouts())
        .contains(new Whereabouts(Optional.of(THIS_MORNING), false));
  }

  @Test
  @DisplayName("容量：全厂和本出入口各算各的；出厂不看")
  void howFullItIs() {
    inside.renew(9, List.of(visit(1, "云A00011", null, "A-01"), visit(2, "云A00012", null, "B-01")));
    assertThat(around(aTruckAt(TEN).arrival()).crowds())
        .containsExactly(new Crowd("厂内", 2, 120), new Crowd("从东门入厂的", 1, 40));
    assertThat(around(aTruckAt(TEN).goingOut().arrival()).crowds()).isEmpty();
  }

  @Test
  @DisplayName("没有备案的才去查机械台账；没有号牌的查不了")
  void onlyTheUnfiledMayBeMachines() {
    Arrival machine = aTruckAt(TEN).plate("云A00001").arrival();
    assertThat(around(machine).machine()).contains("装载机（JX-001）");
    assertThat(surroundings.of(machine, Optional.of(new Vehicle())).machine()).isEmpty();
    assertThat(around(aTruckAt(TEN).unread().arrival()).machine()).isEmpty();
  }

  @Test
  @DisplayName("事后才说的，什么也不看")
  void historyIsNotLookedAround() {
    assertThat(around(aTruckAt(TEN).late().arrival())).isEqualTo(Circumstances.HISTORY);
  }

  private Circumstances around(Arrival arrival) {
    return surroundings.of(arrival, Optional.empty());
  }

  private static Visit visit(long id, String plate, String vin, String lane) {
    Visit visit = new Visit(id, Visit.State.INSIDE, THIS_MORNING, null, null);
    visit.vehicle(plate, PlateColor.YELLOW, vin, null, null);
    visit.entrance(id, THIS_MORNING, lane);
    return visit;
  }

  private static Site roomFor(int plant, int gate) {
    Site site = Sites.oneGate();
    Gate east = site.gates().get(0);
    return new Site(
        false,
        site.enterprise(),
        List.of(
            new Gate(east.no(), east.name(), "", east.lanes(), OptionalInt.of(gate)),
            new Gate("B", "西门", "", List.of(), OptionalInt.of(7))),
        site.platforms(),
        LoadRule.USUAL,
        ReviewRule.NONE,
        OptionalInt.of(plant),
        DemoData.NONE);
  }
}
