package cn.ecogate.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.passage.boundary.PassageDesk;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.ManualEntry;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.File;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One truck's record where it really is made: beans, transaction manager, database. */
@ExtendWith(ArquillianExtension.class)
class RecordIT {

  @Resource(lookup = "java:app/jdbc/ecogate")
  DataSource database;

  @Inject PassageDesk desk;
  @Inject PassageSearch search;
  @Inject Ledger ledger;
  @Inject SiteBook siteBook;
  @Inject Saboteur saboteur;
  @Inject Clock clock;

  @Deployment
  static WebArchive plant() {
    return PlantOnDisk.prepare()
        .addClasses(RecordIT.class, Saboteur.class)
        .addAsLibrary(
            new File(
                Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
  }

  @AfterEach
  void disarm() {
    saboteur.arm(false);
  }

  @Test
  @DisplayName("Passage, ledger entry and dispatch row are there together")
  void oneRecordOfThreeParts() throws SQLException {
    desk.arrive(truck("whole", "云A12345"));
    Passage passage = search.byEventKey("it/whole").orElseThrow();
    assertThat(passage.getOutcome()).isEqualTo(Passage.Outcome.ADMITTED);
    assertThat(ledger.entry(passage.getLedgerSeq()).map(LedgerEntry::subject))
        .contains(passage.getSerialNo());
    assertThat(dispatchesOf(passage)).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "If the last step of the record fails, nothing of it is there, and no number is used up")
  void allOrNothing() {
    long before = ledger.head().map(LedgerEntry::seq).orElse(-1L);
    saboteur.arm(true);
    assertThatThrownBy(() -> desk.arrive(truck("torn", "云A12345")))
        .isInstanceOf(RuntimeException.class);
    assertThat(search.byEventKey("it/torn")).isEmpty();
    assertThat(ledger.head().map(LedgerEntry::seq).orElse(-1L)).isEqualTo(before);

    saboteur.arm(false);
    desk.arrive(truck("torn", "云A12345"));
    assertThat(search.byEventKey("it/torn").map(Passage::getLedgerSeq)).contains(before + 1);
    assertThat(ledger.verify().faults()).isEmpty();
  }

  @Test
  @DisplayName("A listed vehicle is refused, and a repeat of its event is no second passage")
  void refusedOnce() {
    long before = search.count(PassageFilter.any());
    desk.arrive(truck("listed", "云A99999"));
    desk.arrive(truck("listed", "云A99999"));
    assertThat(search.byEventKey("it/listed").map(Passage::getOutcome))
        .contains(Passage.Outcome.REFUSED);
    assertThat(search.count(PassageFilter.any())).isEqualTo(before + 1);
  }

  @Test
  @DisplayName("Nobody who has not signed in enters a plate by hand")
  void strangersEnterNothing() {
    var entry = new ManualEntry("k", "A-01", "云A12345", PlateColor.YELLOW, null, null, null);
    assertThatThrownBy(() -> desk.enter(entry, "nobody")).isInstanceOf(EJBAccessException.class);
  }

  private int dispatchesOf(Passage passage) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement count =
            connection.prepareStatement("SELECT COUNT(*) FROM dispatch WHERE subject = ?")) {
      count.setString(1, passage.getSerialNo());
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private Arrival truck(String event, String plate) {
    Instant now = clock.instant();
    return new Arrival(
        "it/" + event,
        siteBook.site().lanes().get(0),
        Passage.Source.CAMERA,
        Sighting.READ,
        Optional.of(new PlateNumber(plate)),
        PlateColor.YELLOW,
        97,
        now,
        Optional.of(now),
        now,
        false,
        null,
        null,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
