package cn.ecogate.uplink.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Keeps the calls for as long as ledgers are kept (HJ 1321-2023: 24 months), and not longer. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallKeeper {

  private static final int MONTHS = 24;

  /** A short transaction each, so that no upload waits for the broom. */
  private static final int BATCH = 1000;

  @Inject Platforms platforms;
  @Inject Gaps gaps;
  @Inject Clock clock;

  @Schedule(hour = "3", minute = "20", second = "0", persistent = false)
  void tick() {
    runOnce();
  }

  /** How many were forgotten. */
  public int runOnce() {
    Instant before = clock.instant().atZone(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
    int forgotten = 0;
    for (PlatformLink link : platforms.all()) {
      int batch;
      do {
        batch = gaps.forgetCalls(link.id(), before, BATCH);
        forgotten += batch;
      } while (batch == BATCH);
    }
    return forgotten;
  }
}
