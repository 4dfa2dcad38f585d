package cn.ecogate.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.account.entity.AuditFilter;
import cn.ecogate.account.entity.AuditLine;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.vocabulary.Slice;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever people did is found again by who, what, about what and when. */
class AuditSearchIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private final SettableClock clock = SettableClock.atSomeMorning();
  private Instant noon;

  @BeforeEach
  void threeActsAndAPassage() throws SQLException {
    database.empty();
    write("audit", "vehicle:1", act("vehicle-filed", "officer"));
    write("passage", "A-01-1", CanonicalText.of("ecogate passage 1"));
    clock.forward(Duration.ofHours(4));
    noon = clock.instant();
    write("audit", "vehicle:12", act("vehicle-amended", "officer"));
    write("audit", "guard", act("sign-in-locked", "guard"));
  }

  @Test
  @DisplayName("各条件单独或合起来都找得到，最新的在前；设备自己的通行不在其中")
  void findsByEveryFilter() {
    assertThat(subjects(new AuditFilter(null, null, null, null, null)))
        .containsExactly("guard", "vehicle:12", "vehicle:1");
    assertThat(subjects(new AuditFilter("officer", "", null, null, null)))
        .containsExactly("vehicle:12", "vehicle:1");
    assertThat(subjects(new AuditFilter(null, "sign-in-locked", null, null, null)))
        .containsExactly("guard");
    assertThat(subjects(new AuditFilter(null, null, "vehicle:1", null, null)))
        .containsExactly("vehicle:12", "vehicle:1");
    assertThat(subjects(new AuditFilter(null, null, "%", null, null))).isEmpty();
    assertThat(subjects(new AuditFilter("officer", null, null, noon, null)))
        .containsExactly("vehicle:12");
    assertThat(subjects(new AuditFilter(null, null, null, null, noon)))
        .containsExactly("vehicle:1");
  }

  @Test
  @DisplayName("一页一页翻，不重不漏")
  void pagesByKey() {
    AuditFilter any = new AuditFilter(null, null, null, null, null);
    Slice<AuditLine> first = page(any, null);
    Slice<AuditLine> second = page(any, first.next().orElseThrow());
    assertThat(first.rows())
        .extracting(AuditLine::getSubject)
        .containsExactly("guard", "vehicle:12");
    assertThat(second.rows()).extracting(AuditLine::getSubject).containsExactly("vehicle:1");
    assertThat(second.next()).isEmpty();
  }

  private List<String> subjects(AuditFilter filter) {
    return database.inTransaction(
        em -> {
          AuditSearch search = search(em);
          List<AuditLine> found = search.find(filter, null, 50).rows();
          assertThat(search.count(filter)).isEqualTo(found.size());
          return found.stream().map(AuditLine::getSubject).toList();
        });
  }

  private Slice<AuditLine> page(AuditFilter filter, String cursor) {
    return database.inTransaction(
        em -> {
          return search(em).find(filter, cursor, 2);
        });
  }

  private static AuditSearch search(EntityManager em) {
    AuditSearch search = new AuditSearch();
    search.em = em;
    return search;
  }

  private static CanonicalText act(String act, String user) {
    return CanonicalText.of("ecogate audit 1").line("act", act).line("user", user);
  }

  private void write(String kind, String subject, CanonicalText text) {
    database.inTransaction(
        em -> {
          new Ledger(em, clock, new HeardEvents<>(), new AuditIndex()).append(kind, subject, text);
        });
  }
}
