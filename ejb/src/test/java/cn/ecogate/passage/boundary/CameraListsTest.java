package cn.ecogate.passage.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.entity.Circumstances;
import cn.ecogate.admission.entity.Closure;
import cn.ecogate.admission.entity.Listing;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.device.boundary.GateControl;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.ledger.boundary.LedgerNews;
import cn.ecogate.passage.Arrivals;
import cn.ecogate.passage.Sites;
import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Gate;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.site.entity.Site;
import cn.ecogate.strategy.boundary.Strategies;
import cn.ecogate.strategy.boundary.StrategiesTurned;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When a camera's own list is given to it, and when it is left alone. */
@DisplayName("摄像机白名单：何时交付，何时不动")
class CameraListsTest {

  private long mark = 1;
  private static final Instant TEN = Instant.parse("2026-11-21T02:00:00Z");

  private final List<String> given = new ArrayList<>();
  private final CameraLists lists = new CameraLists();
  private Instant now = TEN;
  private Instant lineSince = TEN.minusSeconds(60);
  private boolean lineUp = true;
  private Acknowledgement.Outcome answer = Acknowledgement.Outcome.DONE;
  private List<Restriction> restrictions = List.of();
  private String whiteList = "keep";
  private Closure closure;

  CameraListsTest() {
    lists.siteBook =
        new SiteBook() {
          @Override
          public Site site() {
            Gate gate = new Gate("A", "东门", "", List.of(lane()));
            return new Site(Sites.oneGate().enterprise(), List.of(gate), List.of());
          }
        };
    lists.registry =
        new Registry() {
          @Override
          public List<Vehicle> after(long id) {
            return id == 0 ? List.of(truck()) : List.of();
          }
        };
    lists.strategies =
        new Strategies() {
          @Override
          public List<Restriction> restrictions(Instant at) {
            return restrictions;
          }

          @Override
          public Optional<Listing> listing(PlateNumber plate, PlateColor color) {
            return Optional.empty();
          }
        };
    lists.surroundings =
        new Surroundings() {
          @Override
          public Circumstances of(Lane lane) {
            return new Circumstances(
                true, Optional.ofNullable(closure), Optional.empty(), List.of(), Optional.empty());
          }
        };
    lists.news =
        new LedgerNews() {
          @Override
          public long mark() {
            return mark;
          }
        };
    lists.watch =
        new DeviceWatch() {
          @Override
          public List<DeviceStatus> devices() {
            return List.of(
                new DeviceStatus(
                    lane().camera(),
                    lane(),
                    lineUp ? DeviceStatus.Link.UP : DeviceStatus.Link.DOWN,
                    lineSince,
                    Optional.empty(),
                    0,
                    0,
                    Optional.empty()));
          }
        };
    lists.gate =
        new GateControl() {
          @Override
          public Acknowledgement admitAlone(String laneId, Set<String> plates, Instant until) {
            given.add(laneId + " " + plates);
            return new Acknowledgement(answer, "", now, 1);
          }
        };
    lists.clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
  }

  @Test
  @DisplayName("通道关闭时，摄像机自己谁也不放")
  void aClosedLaneHasAnEmptyList() {
    closure = new Closure("路面施工", TEN);
    lists.work();
    assertThat(given).containsExactly("A-01 []");
  }

  @Test
  @DisplayName("连上就交付一次，此后五分钟内不重复")
  void givenOnceWhenTheLineStandsAndNotAgainSoon() {
    lists.work();
    lists.work();
    assertThat(given).containsExactly("A-01 [云A00004]");

    now = TEN.plus(CameraLists.ANEW);
    lists.work();
    assertThat(given).hasSize(2);
  }

  @Test
  @DisplayName("备案、策略或名单一变就重新交付")
  void givenAnewAfterAChange() {
    lists.work();
    lists.work();
    assertThat(given).hasSize(1);

    restrictions =
        List.of(new Restriction("橙色预警", true, Set.of(FuelType.DIESEL), EmissionStage.CHINA_4));
    mark++;
    lists.work();
    assertThat(given).containsExactly("A-01 [云A00004]", "A-01 []");
  }

  @Test
  @DisplayName("策略到点自行开始或结束，也重新交付")
  void givenAnewWhenAStrategyBeginsByItself() {
    lists.work();
    restrictions =
        List.of(new Restriction("橙色预警", true, Set.of(FuelType.DIESEL), EmissionStage.CHINA_4));
    lists.changed(new StrategiesTurned(List.of()));
    lists.work();
    assertThat(given).containsExactly("A-01 [云A00004]", "A-01 []");
  }

  @Test
  @DisplayName("断线时不交付，重新连上就交付")
  void givenWhenTheLineIsNew() {
    lineUp = false;
    lists.work();
    assertThat(given).isEmpty();

    lineUp = true;
    lists.work();
    lineSince = now.plusSeconds(1);
    lists.work();
    assertThat(given).hasSize(2);
  }

  @Test
  @DisplayName("没有交付成功的，下一轮再来")
  void whatWasNotTakenIsGivenAgain() {
    answer = Acknowledgement.Outcome.FAILED;
    lists.work();
    lists.work();

    assertThat(given).hasSize(2);
  }

  @Test
  @DisplayName("没有这项设置的摄像机不去碰")
  void cameraWithoutTheSettingIsLeftAlone() {
    whiteList = "leave";
    lists.work();

    assertThat(given).isEmpty();
  }

  private Lane lane() {
    Lane lane = Arrivals.lane("A", "01", Direction.IN);
    Device camera =
        new Device(
            "A-01-camera",
            Device.Kind.CAMERA,
            "vzenith-tcp",
            "tcp://127.0.0.1:8131",
            "",
            "",
            Map.of("white-list", whiteList));
    return new Lane(
        lane.gateNo(),
        lane.barrierNo(),
        lane.name(),
        lane.direction(),
        camera,
        lane.barrier(),
        lane.display(),
        lane.weighbridge(),
        lane.scanner(),
        lane.noticeBoard());
  }

  private static Vehicle truck() {
    Vehicle vehicle =
        new Vehicle() {
          @Override
          public Long getId() {
            return 7L;
          }
        };
    vehicle.setPlate("云A00004");
    vehicle.setPlateColor(PlateColor.YELLOW);
    vehicle.setVehicleType("H11");
    vehicle.setUse("F");
    vehicle.setFuel(FuelType.DIESEL);
    vehicle.setStage(EmissionStage.CHINA_4);
    return vehicle;
  }
}
