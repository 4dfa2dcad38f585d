package cn.ecogate.passage.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.passage.entity.Rehearsal;
import cn.ecogate.passage.entity.Rehearsal.ByStage;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A week of a steel works' passages in the real database, tried on a strategy. */
class RehearsalsIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

  private static final ControlStrategy CHINA_4 =
      new ControlStrategy(
          0,
          "试算",
          AlertLevel.ORANGE,
          NOW,
          Optional.empty(),
          "措施",
          KnownMeasure.CHINA_4_HEAVY.restrictions());

  @BeforeEach
  void nothingYet() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("七天三万一千次通行：每四次有一次是国四重卡进厂，正好都算进去")
  void aWeekOfASteelWorks() throws SQLException {
    passages(31_000, "'2026-11-21 00:00:01' + INTERVAL n * 19 SECOND");
    Rehearsal past = rehearse();
    assertThat(past.whole()).isTrue();
    assertThat(past.passages()).isEqualTo(31_000);
    assertThat(past.refused()).isEqualTo(7_750);
    assertThat(past.already()).isEqualTo(775);
    assertThat(past.stages())
        .containsExactly(new ByStage(EmissionStage.CHINA_4, FuelType.DIESEL, 7_750, 500));
    assertThat(past.vehicleCount()).isEqualTo(500);
    assertThat(past.vehicles()).hasSize(20);
  }

  @Test
  @DisplayName("七天以前的不算")
  void whatIsOlderIsLeftOut() throws SQLException {
    passages(100, "'2026-11-20 23:59:59' - INTERVAL n SECOND");
    assertThat(rehearse().passages()).isZero();
  }

  private static Rehearsal rehearse() {
    return database.inTransaction(
        (EntityManager em) -> {
          return new Rehearsals(em, new SettableClock(NOW)).rehearse(CHINA_4);
        });
  }

  /** In and out by turns, China 4 and China 6 by turns of two, of two thousand vehicles. */
  private static void passages(int count, String seenAt) throws SQLException {
    try (Connection connection = database.connection();
        Statement plain = connection.createStatement()) {
      plain.executeUpdate("SET SESSION max_recursive_iterations = 100000");
      plain.executeUpdate(
          "INSERT INTO passage (id, serial_no, lane_id, gate_no, barrier_no, direction, source,"
              + " event_key, sighting, plate, plate_color, confidence, seen_at, received_at,"
              + " recorded_at, late, outcome, reason_codes, answers, vehicle_id, vehicle_type,"
              + " vehicle_use, fuel, stage, owner)"
              + " WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number"
              + " WHERE n + 1 < "
              + count
              + ") SELECT n + 1, CONCAT('S', n), 'A-01', 'A', '01', IF(n % 2 = 0, 'IN', 'OUT'),"
              + " 'CAMERA', CONCAT('e-', n), 'READ', CONCAT('云A', 10000 + n % 2000), 'YELLOW',"
              + " 99, "
              + seenAt
              + ", NOW(), NOW(), FALSE, IF(n % 40 = 0, 'REFUSED', 'ADMITTED'), '', '[]',"
              + " n % 2000 + 1, 'H11', 'F', 'DIESEL', IF(n % 4 < 2, 'CHINA_4', 'CHINA_6'),"
              + " '安宁货运' FROM number");
    }
  }
}
