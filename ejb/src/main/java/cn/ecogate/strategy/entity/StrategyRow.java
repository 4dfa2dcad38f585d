package cn.ecogate.strategy.entity;

import cn.ecogate.vocabulary.AlertLevel;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A control strategy as it is kept; everybody else sees {@link ControlStrategy}. */
@Entity
@Table(name = "control_strategy")
public class StrategyRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @Enumerated(EnumType.STRING)
  private AlertLevel alert;

  @Column(name = "from_at")
  private Instant from;

  @Column(name = "until_at")
  private Instant until;

  private String measure;

  @Column(name = "added_at")
  private Instant addedAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "strategy_ban", joinColumns = @JoinColumn(name = "strategy_id"))
  @OrderColumn(name = "place")
  private List<Ban> bans = new ArrayList<>();

  protected StrategyRow() {}

  public StrategyRow(ControlStrategy strategy, Instant addedAt) {
    this.name = strategy.name();
    this.alert = strategy.alert();
    this.from = strategy.from();
    this.until = strategy.until().orElse(null);
    this.measure = strategy.measure();
    this.addedAt = addedAt;
    strategy.restrictions().forEach(restriction -> bans.add(new Ban(restriction)));
  }

  public ControlStrategy strategy() {
    return new ControlStrategy(
        id,
        name,
        alert,
        from,
        Optional.ofNullable(until),
        measure,
        bans.stream().map(ban -> ban.restriction(name)).toList());
  }
}
