package cn.ecogate.uplink.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.AUDITOR;
import static cn.ecogate.account.entity.Role.Names.GUARD;
import static cn.ecogate.account.entity.Role.Names.INSPECTOR;
import static cn.ecogate.account.entity.Role.Names.KEEPER;
import static cn.ecogate.account.entity.Role.Names.OFFICER;

import cn.ecogate.uplink.control.DayStory;
import cn.ecogate.uplink.entity.DayReport;
import cn.ecogate.uplink.entity.Dispatch.State;
import cn.ecogate.uplink.entity.LineOutage;
import cn.ecogate.uplink.entity.RecordKind;
import cn.ecogate.uplink.entity.Tally;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How true the picture is that a platform has of the plant: what was made, what arrived, what was
 * complete, by day, gate and kind, and the story of it. Counted when asked, never kept: a record
 * that arrives late puts its own day right.
 */
@Stateless
@RolesAllowed({ADMINISTRATOR, OFFICER, GUARD, KEEPER, INSPECTOR, AUDITOR})
public class TransferBook {

  /** When the officer goes home and comes back: what lies between is "overnight". */
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private static final String SPAN =
      " FROM OutboxRow r WHERE r.platformId = :platform AND r.createdAt >= :from"
          + " AND r.createdAt < :to";
  private static final String REFUSED =
      "SELECT r.answer, COUNT(r)"
          + SPAN
          + " AND r.state = cn.ecogate.uplink.entity.Dispatch.State.BLOCKED GROUP BY r.answer";
  private static final String INCOMPLETE =
      "SELECT r.missing, COUNT(r)" + SPAN + " AND r.complete = FALSE GROUP BY r.missing";

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Platforms platforms;
  @Inject Clock clock;

  /** The plant's day at present. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), DayStory.PLANT_ZONE);
  }

  /**
   * Each day's sum, newest first, the last one {@code last}; a day without records is there too.
   */
  public List<Tally> days(String platformId, LocalDate last, int days) {
    LocalDate first = last.minusDays(days - 1L);
    Map<LocalDate, List<Tally>> byDay = new TreeMap<>();
    tallies(platformId, begin(first), begin(last.plusDays(1)))
        .forEach(t -> byDay.computeIfAbsent(t.day(), day -> new ArrayList<>()).add(t));
    List<Tally> sums = new ArrayList<>();
    for (LocalDate day = last; !day.isBefore(first); day = day.minusDays(1)) {
      sums.add(Tally.sum(day, byDay.getOrDefault(day, List.of())));
    }
    return sums;
  }

  /** One day with its parts and its story; of today, as far as it is. */
  public DayReport report(String platformId, LocalDate day) {
    Instant from = begin(day);
    Instant to = begin(day.plusDays(1));
    List<Tally> parts =
        tallies(platformId, from, to).stream()
            .sorted(Comparator.comparing(Tally::kind).thenComparing(Tally::gate))
            .toList();
    Tally sum = Tally.sum(day, parts);
    return new DayReport(
        platformId,
        platforms.link(platformId).map(link -> link.entry().name()).orElse(platformId),
        day,
        sum,
        parts,
        story(platformId, from, to, sum));
  }

  /** What happened between the evening before and the morning of that day. */
  public List<String> overnight(String platformId, LocalDate day) {
    Instant from = day.minusDays(1).atTime(EVENING).atZone(DayStory.PLANT_ZONE).toInstant();
    Instant to = day.atTime(MORNING).atZone(DayStory.PLANT_ZONE).toInstant();
    return story(platformId, from, to, Tally.sum(day, tallies(platformId, from, to)));
  }

  /** The first moment of a day of the plant. */
  public static Instant begin(LocalDate day) {
    return day.atStartOfDay(DayStory.PLANT_ZONE).toInstant();
  }

  private List<String> story(String platformId, Instant from, Instant to, Tally sum) {
    return DayStory.tell(
        new DayStory.Known(
            from,
            to.isBefore(clock.instant()) ? to : clock.instant(),
            sum,
            outages(platformId, from, to),
            counted(platformId, from, to, REFUSED),
            missing(platformId, from, to),
            oldestGap(platformId, from, to)));
  }

  private List<Tally> tallies(String platformId, Instant from, Instant to) {
    @SuppressWarnings("unchecked") // a native query knows no types
    List<Object[]> rows =
        em.createNativeQuery(
                "SELECT DATE(created_at + INTERVAL 8 HOUR), gate, kind, COUNT(*),"
                    + " SUM(state = 'ACCEPTED'), SUM(state = 'BLOCKED'),"
                    + " SUM(complete IS NOT NULL), SUM(complete IS TRUE)"
                    + " FROM dispatch WHERE platform_id = ? AND created_at >= ? AND created_at < ?"
                    + " GROUP BY 1, 2, 3")
            .setParameter(1, platformId)
            .setParameter(2, Timestamp.from(from))
            .setParameter(3, Timestamp.from(to))
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new Tally(
                    LocalDate.parse(row[0].toString()),
                    (String) row[1],
                    RecordKind.valueOf((String) row[2]),
                    number(row[3]),
                    number(row[4]),
                    number(row[5]),
                    number(row[6]),
                    number(row[7])))
        .toList();
  }

  private List<DayStory.Outage> outages(String platformId, Instant from, Instant to) {
    return em
        .createQuery(
            "SELECT o FROM LineOutage o WHERE o.platformId = :platform AND o.from < :to"
                + " AND (o.until IS NULL OR o.until > :from) ORDER BY o.from",
            LineOutage.class)
        .setParameter("platform", platformId)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultList()
        .stream()
        .map(outage -> told(platformId, outage))
        .toList();
  }

  private DayStory.Outage told(String platformId, LineOutage outage) {
    Object[] made =
        em.createQuery(
                "SELECT COUNT(r), SUM(CASE WHEN r.state = :accepted THEN 1 ELSE 0 END),"
                    + " MAX(r.settledAt) FROM OutboxRow r WHERE r.platformId = :platform"
                    + " AND r.createdAt >= :from AND r.createdAt < :to",
                Object[].class)
            .setParameter("accepted", State.ACCEPTED)
            .setParameter("platform", platformId)
            .setParameter("from", outage.getFrom())
            .setParameter("to", outage.until().orElse(clock.instant()))
            .getSingleResult();
    return new DayStory.Outage(
        outage.getFrom(),
        outage.until(),
        outage.getComplaint(),
        number(made[0]),
        number(made[1]),
        Optional.ofNullable((Instant) made[2]));
  }

  private Map<String, Long> missing(String platformId, Instant from, Instant to) {
    Map<String, Long> items = new LinkedHashMap<>();
    counted(platformId, from, to, INCOMPLETE)
        .forEach(
            (list, count) -> {
              for (String item : list.split(",")) {
                items.merge(item, count, Long::sum);
              }
            });
    return items;
  }

  private Map<String, Long> counted(String platformId, Instant from, Instant to, String question) {
    Map<String, Long> counts = new LinkedHashMap<>();
    em.createQuery(question, Object[].class)
        .setParameter("platform", platformId)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultList()
        .forEach(row -> counts.put(String.valueOf(row[0]), number(row[1])));
    return counts;
  }

  private Optional<Instant> oldestGap(String platformId, Instant from, Instant to) {
    return Optional.ofNullable(
        em.createQuery(
                "SELECT MIN(r.createdAt) FROM OutboxRow r WHERE r.platformId = :platform"
                    + " AND r.createdAt >= :from AND r.createdAt < :to AND r.state <> :accepted",
                Instant.class)
            .setParameter("platform", platformId)
            .setParameter("from", from)
            .setParameter("to", to)
            .setParameter("accepted", State.ACCEPTED)
            .getSingleResult());
  }

  private static long number(Object count) {
    return count == null ? 0 : ((Number) count).longValue();
  }
}
