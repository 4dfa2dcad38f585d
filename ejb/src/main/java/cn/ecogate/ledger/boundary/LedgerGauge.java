package cn.ecogate.ledger.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The ledger's size at {@code /metrics}. */
@Startup
@Singleton
@DependsOn("SchemaKeeper")
@PermitAll
public class LedgerGauge {

  @Inject MetricRegistry registry;
  @Inject Ledger ledger;

  @PostConstruct
  void register() {
    registry.gauge(
        Metadata.builder().withName("ledger_entries").withDescription("Entries ever made").build(),
        this::entries);
  }

  private double entries() {
    try {
      return ledger.head().map(head -> head.seq() + 1.0).orElse(0.0);
    } catch (RuntimeException e) {
      return Double.NaN;
    }
  }
}
