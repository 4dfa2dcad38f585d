package cn.ecogate.account.boundary;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.CanonicalText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/** Writes what people did to accounts into the ledger, in the transaction in which they did it. */
@Stateless
@PermitAll
public class AuditTrail {

  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * Appends an {@code audit} entry.
   *
   * @param act what was done, stable, e.g. {@code password-changed}
   * @param user whose account it concerns
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void write(String act, String user, UnaryOperator<CanonicalText> facts) {
    CanonicalText text =
        CanonicalText.of("ecogate audit 1")
            .line("act", act)
            .line("user", user)
            .line("at", clock.instant().truncatedTo(ChronoUnit.MICROS));
    ledger.append("audit", user, facts.apply(text));
  }
}
