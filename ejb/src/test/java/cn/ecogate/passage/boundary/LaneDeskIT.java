package cn.ecogate.passage.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.entity.Circumstances;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.Arrivals;
import cn.ecogate.passage.Sites;
import cn.ecogate.passage.entity.ClosedLane;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Site;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SignedIn;
import cn.ecogate.vocabulary.Direction;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Closing a lane and opening it again: one row, two audit entries, never twice. */
class LaneDeskIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final Instant TEN = Instant.parse("2026-11-28T02:00:00Z");

  @BeforeEach
  void nothingYet() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("A closed lane is known with its reason, and the audit says who and why")
  void aClosedLaneIsKnown() {
    with(desk -> desk.close("A-01", " 路面施工 "));
    assertThat(closed()).containsOnlyKeys("A-01");
    assertThat(closed().get("A-01").getReason()).isEqualTo("路面施工");
    assertThat(entries())
        .contains("\nact: lane-closed\nuser: officer\n", "\nlane: A-01\n", "\nreason: 路面施工\n");
  }

  @Test
  @DisplayName("Opened again, nothing of it holds but the ledger's two entries")
  void openedAgain() {
    with(desk -> desk.close("A-01", "路面施工"));
    with(desk -> desk.open("A-01"));
    assertThat(closed()).isEmpty();
    assertThat(entries()).contains("act: lane-closed", "act: lane-opened");
  }

  @Test
  @DisplayName(
      "A second closing, an opening of an open lane, a lane nobody has, no reason, a long one")
  void whatIsRefused() {
    with(desk -> desk.close("A-01", "路面施工"));
    assertThatThrownBy(() -> with(desk -> desk.close("A-01", "再关一次")))
        .hasMessage("本通道已由 officer 关闭（路面施工），无需再次关闭。");
    assertThatThrownBy(() -> with(desk -> desk.open("A-02"))).hasMessage("本通道没有关闭，无需开放。");
    assertThatThrownBy(() -> with(desk -> desk.close("Z-09", "路面施工")))
        .hasMessage("没有车道 Z-09，请从车道列表中选择。");
    assertThatThrownBy(() -> with(desk -> desk.close("A-02", " "))).hasMessage("请写明原因：它将记入台账。");
    assertThatThrownBy(() -> with(desk -> desk.close("A-02", "长".repeat(41))))
        .hasMessage("关闭原因要显示给司机看，最多 40 个字，现为 41 个。");
    assertThat(closed()).containsOnlyKeys("A-01");
  }

  @Test
  @DisplayName("The rules hear of it, whoever comes; of history nobody asks")
  void theRulesHearOfIt() {
    with(desk -> desk.close("A-01", "路面施工"));
    Surroundings surroundings = new Surroundings();
    surroundings.closures =
        new ClosureShelf() {
          @Override
          public Optional<ClosedLane> of(String laneId) {
            return Optional.ofNullable(closed().get(laneId));
          }
        };
    assertThat(surroundings.of(Arrivals.lane("A", "01", Direction.IN)).closure())
        .hasValueSatisfying(closure -> assertThat(closure.reason()).isEqualTo("路面施工"));
    assertThat(surroundings.of(Arrivals.lane("A", "02", Direction.OUT)).closure()).isEmpty();
    assertThat(surroundings.of(Arrivals.aTruckAt(TEN).late().arrival(), Optional.empty()))
        .isEqualTo(Circumstances.HISTORY);
  }

  private static Map<String, ClosedLane> closed() {
    return database.inTransaction(
        em -> {
          ClosureReader reader = new ClosureReader();
          reader.em = em;
          return reader.byLane();
        });
  }

  private static String entries() {
    return database.inTransaction(
        em -> {
          return String.join(
              "\n",
              ledger(em).about("audit", "lane:A-01").stream().map(entry -> entry.text()).toList());
        });
  }

  private static void with(Consumer<LaneDesk> act) {
    database.inTransaction(
        em -> {
          LaneDesk desk = new LaneDesk();
          desk.em = em;
          desk.ledger = ledger(em);
          desk.clock = Clock.fixed(TEN, ZoneOffset.UTC);
          desk.changed = new HeardEvents<>();
          desk.session = SignedIn.as("officer");
          desk.siteBook =
              new SiteBook() {
                @Override
                public Site site() {
                  return Sites.oneGate();
                }
              };
          act.accept(desk);
        });
  }

  private static Ledger ledger(EntityManager em) {
    return new Ledger(em, Clock.fixed(TEN, ZoneOffset.UTC), new HeardEvents<>());
  }
}
