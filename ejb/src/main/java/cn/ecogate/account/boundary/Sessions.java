package cn.ecogate.account.boundary;

import cn.ecogate.account.control.TokenSecret;
import cn.ecogate.account.entity.Account;
import cn.ecogate.account.entity.WebSession;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The browsers that were let in, asked at every request of theirs. */
@Stateless
@PermitAll
public class Sessions {

  /** As the web application's own limit: a guard's screen stays open for a shift of 12 hours. */
  static final Duration LONGEST_REST = Duration.ofHours(12);

  /** Requests come by the second; a session's last one is noted once in that time. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private static final int ID_LENGTH = 32;
  private static final int LONGEST_AGENT = 200;

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject AccountBook book;
  @Inject AuditTrail audit;
  @Inject CallerTrace trace;
  @Inject Clock clock;

  /** Somebody signed in; the id under which the session is known from now on. */
  public String begin(String user, String from, String agent) {
    Instant now = now();
    Account account = book.find(user).orElseThrow();
    em.lock(account, LockModeType.PESSIMISTIC_WRITE);
    account.signedIn(now, from);
    String id = TokenSecret.digest(TokenSecret.random()).substring(0, ID_LENGTH);
    em.persist(new WebSession(id, account, from, shortened(agent), now));
    em.createQuery("DELETE FROM WebSession s WHERE s.account = :account AND s.seenAt < :long")
        .setParameter("account", account)
        .setParameter("long", now.minus(LONGEST_REST))
        .executeUpdate();
    audit.write("signed-in", user, text -> text.line("browser", shortened(agent)));
    return id;
  }

  /** True while nobody has ended it; notes now and then that it is in use. */
  public boolean open(String id) {
    WebSession session = em.find(WebSession.class, id);
    if (session == null || !session.open()) {
      return false;
    }
    Instant now = now();
    if (session.getSeenAt().plus(NOTED_EVERY).isBefore(now)) {
      session.seen(now);
    }
    return true;
  }

  /** Signed out. */
  public void end(String id) {
    WebSession session = em.find(WebSession.class, id);
    if (session != null && session.open()) {
      session.end(now());
    }
  }

  /** The session in which the password was changed goes on; the user's others are over. */
  public void passwordChanged(@Observes PasswordChanged change) {
    em.createQuery(
            "UPDATE WebSession s SET s.endedAt = :now"
                + " WHERE s.account.user = :user AND s.endedAt IS NULL AND s.id <> :own")
        .setParameter("now", change.at())
        .setParameter("user", change.user())
        .setParameter("own", trace.session())
        .executeUpdate();
  }

  private static String shortened(String agent) {
    String told = agent == null ? "" : agent;
    return told.substring(0, Math.min(told.length(), LONGEST_AGENT));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
