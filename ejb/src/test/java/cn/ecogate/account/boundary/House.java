package cn.ecogate.account.boundary;

import cn.ecogate.account.control.PasswordHash;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.ledger.entity.LedgerEntry;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The account beans put together as the container would, on one entity manager. */
final class House {

  final List<String> audited = new ArrayList<>();
  final List<PasswordChanged> changes = new ArrayList<>();
  final SignInAttempts attempts = new SignInAttempts();
  final AccountBook book = new AccountBook();
  final Accounts accounts = new Accounts();
  final Tokens tokens = new Tokens();
  final Sessions sessions = new Sessions();
  final CallerTrace trace = new CallerTrace();

  House(EntityManager em, Clock clock) {
    AuditTrail audit = new AuditTrail();
    audit.clock = clock;
    audit.ledger = new WrittenDown();
    attempts.em = em;
    attempts.clock = clock;
    attempts.audit = audit;
    book.em = em;
    book.clock = clock;
    book.audit = audit;
    book.passwordChanged = new Heard();
    accounts.book = book;
    accounts.attempts = attempts;
    accounts.hashes = new PasswordHash(1_000);
    tokens.em = em;
    tokens.clock = clock;
    tokens.book = book;
    tokens.audit = audit;
    tokens.trace = trace;
    sessions.em = em;
    sessions.clock = clock;
    sessions.book = book;
    sessions.audit = audit;
    sessions.trace = trace;
    tokens.lifetime = Duration.ofHours(12);
  }

  private final class WrittenDown extends Ledger {
    @Override
    public LedgerEntry append(String kind, String subject, CanonicalText text) {
      audited.add(kind + " " + subject + "\n" + text);
      return null;
    }
  }

  private final class Heard implements Event<PasswordChanged> {
    @Override
    public void fire(PasswordChanged event) {
      changes.add(event);
      sessions.passwordChanged(event);
    }

    @Override
    public <U extends PasswordChanged> CompletionStage<U> fireAsync(U event) {
      throw new IllegalStateException("a change of password is told inside its transaction");
    }

    @Override
    public <U extends PasswordChanged> CompletionStage<U> fireAsync(
        U event, NotificationOptions options) {
      return fireAsync(event);
    }

    @Override
    public Event<PasswordChanged> select(Annotation... qualifiers) {
      return this;
    }

    @Override
    public <U extends PasswordChanged> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
      throw new IllegalStateException("there is only one kind of change");
    }

    @Override
    public <U extends PasswordChanged> Event<U> select(
        TypeLiteral<U> subtype, Annotation... qualifiers) {
      throw new IllegalStateException("there is only one kind of change");
    }
  }
}
