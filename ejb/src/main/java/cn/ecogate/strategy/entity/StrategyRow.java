package cn.ecogate.strategy.entity;

import cn.ecogate.admission.entity.Spared;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.ResponseLevel;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One edition of a control strategy as it is kept; everybody else sees {@link ControlStrategy}. */
@Entity
@Table(name = "control_strategy")
public class StrategyRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long series;
  private int edition;
  private boolean latest;

  @Enumerated(EnumType.STRING)
  private StrategyEdition.Act act;

  private String who;
  private String why;
  private String name;

  @Enumerated(EnumType.STRING)
  private AlertLevel alert;

  @Enumerated(EnumType.STRING)
  private ResponseLevel response;

  @Column(name = "from_at")
  private Instant from;

  @Column(name = "until_at")
  private Instant until;

  @Column(name = "daily_from")
  private LocalTime dailyFrom;

  @Column(name = "daily_until")
  private LocalTime dailyUntil;

  private String measure;

  @Column(name = "spared_plates")
  private String sparedPlates;

  @Column(name = "spared_fleets")
  private String sparedFleets;

  @Column(name = "spared_why")
  private String sparedWhy;

  private String platform;

  @Column(name = "platform_no")
  private String platformNo;

  @Column(name = "added_at")
  private Instant addedAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "strategy_ban", joinColumns = @JoinColumn(name = "strategy_id"))
  @OrderColumn(name = "place")
  private List<Ban> bans = new ArrayList<>();

  protected StrategyRow() {}

  public StrategyRow(StrategyEdition kept) {
    ControlStrategy strategy = kept.strategy();
    this.series = strategy.id() == 0 ? null : strategy.id();
    this.edition = strategy.edition();
    this.latest = true;
    this.act = kept.act();
    this.who = kept.who();
    this.why = kept.why();
    this.name = strategy.name();
    this.alert = strategy.alert();
    this.response = strategy.response();
    this.from = strategy.from();
    this.until = strategy.until().orElse(null);
    this.dailyFrom = strategy.hours().map(DailyHours::from).orElse(null);
    this.dailyUntil = strategy.hours().map(DailyHours::until).orElse(null);
    this.measure = strategy.measure();
    this.sparedPlates = lines(strategy.spared().plates());
    this.sparedFleets = lines(strategy.spared().fleets());
    this.sparedWhy = strategy.spared().why();
    this.platform = strategy.origin().map(Origin::platform).orElse(null);
    this.platformNo = strategy.origin().map(Origin::number).orElse(null);
    this.addedAt = kept.at();
    strategy.restrictions().forEach(restriction -> bans.add(new Ban(restriction)));
  }

  /** The first edition: its own number becomes the strategy's. */
  public void beginSeries() {
    series = id;
  }

  /** Another edition counts from now on. */
  public void giveWay() {
    latest = false;
  }

  public ControlStrategy strategy() {
    Spared spared = new Spared(set(sparedPlates), set(sparedFleets), sparedWhy);
    return new ControlStrategy(
        series,
        edition,
        name,
        alert,
        response,
        from,
        Optional.ofNullable(until),
        Optional.ofNullable(dailyFrom).map(start -> new DailyHours(start, dailyUntil)),
        measure,
        bans.stream().map(ban -> ban.restriction(name, spared)).toList(),
        spared,
        Optional.ofNullable(platform).map(source -> new Origin(source, platformNo)));
  }

  public StrategyEdition edition() {
    return new StrategyEdition(strategy(), act, who, why, addedAt);
  }

  private static String lines(Set<String> some) {
    return some.isEmpty() ? null : some.stream().sorted().collect(Collectors.joining("\n"));
  }

  private static Set<String> set(String lines) {
    return lines == null ? Set.of() : lines.lines().collect(Collectors.toSet());
  }
}
