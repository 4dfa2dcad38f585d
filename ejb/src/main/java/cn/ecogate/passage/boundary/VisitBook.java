package cn.ecogate.passage.boundary;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.control.BarrierRules;
import cn.ecogate.passage.control.Movement;
import cn.ecogate.passage.control.VisitDraft;
import cn.ecogate.passage.control.VisitPairing;
import cn.ecogate.passage.control.VisitWord;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.passage.entity.VisitClosing;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps the visits as far as the ledger has come: whoever an entry is about is paired anew, whole.
 * The mark that says how far moves in the same transaction.
 */
@Stateless
@PermitAll
public class VisitBook {

  /** So many entries at most in one transaction; more only after long standing still. */
  static final int MOST_AT_ONCE = 5_000;

  /** Nobody stays longer: then the exit was missed. */
  static final Duration LONGEST_STAY = Duration.ofDays(30);

  private static final Pattern PASSAGE_ENTRY = Pattern.compile("\npassage-entry: (\\d{1,18})\n");
  private static final Pattern PASSAGE_SERIAL = Pattern.compile("\npassage: (\\S+)\n");

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject Clock clock;

  /** How many of the ledger's entries the visits know. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public long done() {
    return number("SELECT COALESCE(MAX(done), 0) FROM visit_mark");
  }

  /** True if the ledger has more entries than the visits know. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean isBehind() {
    return number(
            "SELECT h.size - COALESCE((SELECT m.done FROM visit_mark m WHERE m.id = 1), 0)"
                + " FROM ledger_head h WHERE h.id = 1")
        > 0;
  }

  /** Takes the next entries; answers how many the visits know now. */
  public long catchUp() {
    em.createNativeQuery("INSERT IGNORE INTO visit_mark (id, done) VALUES (1, 0)").executeUpdate();
    long done = number("SELECT done FROM visit_mark WHERE id = 1 FOR UPDATE");
    long until = Math.min(number("SELECT size FROM ledger_head WHERE id = 1"), done + MOST_AT_ONCE);
    Set<Long> touched = touched(done, until);
    Set<String> dealtWith = new HashSet<>();
    for (long passageId : touched) {
      Set<String> plates = plates(passageId);
      if (!dealtWith.containsAll(plates)) {
        dealtWith.addAll(pairAnew(plates));
      }
    }
    em.createNativeQuery("UPDATE visit_mark SET done = ?1 WHERE id = 1")
        .setParameter(1, until)
        .executeUpdate();
    return until;
  }

  /** Forgets every visit; {@link #catchUp} reckons them again from the ledger. */
  public void forget() {
    em.createNativeQuery("DELETE FROM visit").executeUpdate();
    em.createNativeQuery("DELETE FROM visit_release").executeUpdate();
    em.createNativeQuery("DELETE FROM visit_mark").executeUpdate();
  }

  /** A person's word about a missing half; the pairing follows when it is taken from the ledger. */
  public VisitClosing close(long visitId, Instant moment, String reason, String user) {
    Visit visit =
        Optional.ofNullable(em.find(Visit.class, visitId))
            .orElseThrow(() -> new Rejected("not-found", "", "没有编号为 " + visitId + " 的进出记录。"));
    String why = BarrierRules.reason(reason);
    VisitWord.check(visit, moment, clock.instant());
    return keep(visit, moment, why, user);
  }

  /** Ends what has lasted longer than any visit does; answers how many. */
  public int endOverlong() {
    List<Visit> overlong =
        em.createQuery(
                "SELECT v FROM Visit v WHERE v.state = :inside AND v.beganAt < :limit", Visit.class)
            .setParameter("inside", Visit.State.INSIDE)
            .setParameter("limit", clock.instant().minus(LONGEST_STAY))
            .setMaxResults(200)
            .getResultList();
    overlong.forEach(
        visit -> keep(visit, null, "进厂后 " + LONGEST_STAY.toDays() + " 天没有出厂记录，系统自动结束", null));
    return overlong.size();
  }

  private VisitClosing keep(Visit visit, Instant moment, String reason, String user) {
    String serial = em.find(Passage.class, visit.getId()).getSerialNo();
    long seq =
        ledger
            .append("visit-closing", serial, VisitWord.text(visit, serial, moment, reason, user))
            .seq();
    VisitClosing closing =
        new VisitClosing(
            seq,
            visit.getId(),
            moment,
            reason,
            user,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    em.persist(closing);
    return closing;
  }

  /** The passages that entries of that stretch of the ledger are about. */
  private Set<Long> touched(long from, long until) {
    Set<Long> passages = new LinkedHashSet<>();
    for (Object[] row :
        rows(
            "SELECT seq, kind, IF(kind = 'passage', '', text) FROM ledger_entry"
                + " WHERE seq >= ?1 AND seq < ?2 AND kind IN"
                + " ('passage', 'visit-closing', 'release', 'not-passed', 'passage-correction')"
                + " ORDER BY seq",
            from,
            until)) {
      String text = (String) row[2];
      switch ((String) row[1]) {
        case "passage" -> passages.add(((Number) row[0]).longValue() + 1);
        case "not-passed" -> bySerial(text).ifPresent(passages::add);
        case "release" -> byEntry(text).ifPresent(id -> passages.add(released(id)));
        default -> byEntry(text).ifPresent(passages::add);
      }
    }
    return passages;
  }

  private long released(long passageId) {
    em.createNativeQuery("INSERT IGNORE INTO visit_release (passage_id) VALUES (?1)")
        .setParameter(1, passageId)
        .executeUpdate();
    return passageId;
  }

  private static Optional<Long> byEntry(String text) {
    Matcher entry = PASSAGE_ENTRY.matcher(text);
    return entry.find() ? Optional.of(Long.parseLong(entry.group(1)) + 1) : Optional.empty();
  }

  private Optional<Long> bySerial(String text) {
    Matcher serial = PASSAGE_SERIAL.matcher(text);
    return serial.find()
        ? rows("SELECT id, 0 FROM passage WHERE serial_no = ?1", serial.group(1)).stream()
            .map(row -> ((Number) row[0]).longValue())
            .findFirst()
        : Optional.empty();
  }

  /** As it was recorded and as it was corrected; none if nobody knew it. */
  private Set<String> plates(long passageId) {
    return rows(
            "SELECT plate, 0 FROM passage WHERE id = ?1"
                + " UNION SELECT plate, 0 FROM passage_correction WHERE passage_id = ?1",
            passageId)
        .stream()
        .map(row -> (String) row[0])
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** Everybody who has or had one of these plates, or shares a VIN; answers all their plates. */
  private Set<String> pairAnew(Set<String> plates) {
    VehicleHistory history = VehicleHistory.of(em, plates);
    List<Movement> movements = history.movements();
    Map<Long, VisitClosing> closings =
        closings(movements.stream().map(Movement::passageId).toList());
    Map<Long, Visit> wanted =
        VisitPairing.of(movements).stream()
            .map(
                pair ->
                    VisitDraft.of(
                        pair, Optional.ofNullable(closings.get(pair.first().passageId()))))
            .collect(Collectors.toMap(Visit::getId, Function.identity()));
    List<Visit> kept = kept(history.plates());
    // Removed first, because a passage may change from one visit to another.
    kept.stream().filter(visit -> !same(visit, wanted.get(visit.getId()))).forEach(em::remove);
    em.flush();
    Set<Long> unchanged =
        kept.stream()
            .filter(visit -> same(visit, wanted.get(visit.getId())))
            .map(Visit::getId)
            .collect(Collectors.toSet());
    em.clear();
    wanted.values().stream()
        .filter(visit -> !unchanged.contains(visit.getId()))
        .forEach(em::persist);
    em.flush();
    return history.plates();
  }

  private List<Visit> kept(Collection<String> plates) {
    return em.createQuery("SELECT v FROM Visit v WHERE v.plate IN :plates", Visit.class)
        .setParameter("plates", plates)
        .getResultList();
  }

  private Map<Long, VisitClosing> closings(List<Long> passages) {
    return passages.isEmpty()
        ? Map.of()
        : em.createQuery(
                "SELECT c FROM VisitClosing c WHERE c.passageId IN :passages ORDER BY c.id",
                VisitClosing.class)
            .setParameter("passages", passages)
            .getResultStream()
            .collect(
                Collectors.toMap(
                    VisitClosing::getPassageId, Function.identity(), (before, newer) -> newer));
  }

  private static boolean same(Visit kept, Visit wanted) {
    return wanted != null && columns(kept).equals(columns(wanted));
  }

  private static List<Object> columns(Visit visit) {
    List<Object> columns = new ArrayList<>();
    columns.add(visit.getState());
    columns.add(visit.getPlate());
    columns.add(visit.getPlateColor());
    columns.add(visit.getVin());
    columns.add(visit.getOwner());
    columns.add(visit.getStage());
    columns.add(visit.getInPassage());
    columns.add(visit.getInAt());
    columns.add(visit.getInLane());
    columns.add(visit.getOutPassage());
    columns.add(visit.getOutAt());
    columns.add(visit.getOutLane());
    columns.add(visit.getEndedAt());
    columns.add(visit.getClosing());
    return columns;
  }

  private long number(String sql) {
    return ((Number) em.createNativeQuery(sql).getSingleResult()).longValue();
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> rows(String sql, Object... values) {
    var query = em.createNativeQuery(sql);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query.getResultList();
  }
}
