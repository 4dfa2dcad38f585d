package cn.ecogate.account.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.AUDITOR;
import static cn.ecogate.account.entity.Role.Names.GUARD;
import static cn.ecogate.account.entity.Role.Names.INSPECTOR;
import static cn.ecogate.account.entity.Role.Names.KEEPER;
import static cn.ecogate.account.entity.Role.Names.OFFICER;

import cn.ecogate.account.entity.AccessToken;
import cn.ecogate.account.entity.OpenDoor;
import cn.ecogate.account.entity.WebSession;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The ways in that are open now: everybody sees and ends his own, the administrator all. */
@Stateless
@RolesAllowed({ADMINISTRATOR, OFFICER, GUARD, KEEPER, INSPECTOR, AUDITOR})
public class DoorBook {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject AuditTrail audit;
  @Inject CallerTrace trace;
  @Inject Clock clock;

  @Resource SessionContext session;

  /** The caller's own, last used first. */
  public List<OpenDoor> mine() {
    return doors(who());
  }

  @RolesAllowed(ADMINISTRATOR)
  public List<OpenDoor> of(String user) {
    return doors(user);
  }

  /** Closes it for good: its next request is refused. */
  public void end(OpenDoor.Kind kind, String id) {
    switch (kind) {
      case SCREENS -> endSession(id);
      case HANDHELD -> endToken(id);
    }
  }

  private void endSession(String id) {
    WebSession found = em.find(WebSession.class, id);
    if (found == null || !found.open() || notMine(found.getAccount().getUser())) {
      throw gone();
    }
    found.end(now());
    audit.write(
        "session-ended",
        found.getAccount().getUser(),
        text -> text.line("browser", found.getAgent()));
  }

  private void endToken(String id) {
    AccessToken found = em.find(AccessToken.class, id);
    if (found == null || !found.validAt(now()) || notMine(found.getAccount().getUser())) {
      throw gone();
    }
    found.revoke(now());
    audit.write(
        "token-revoked",
        found.getAccount().getUser(),
        text -> text.line("device", found.getDevice()).line("why", "revoked"));
  }

  /** Somebody else's is answered like one that does not exist. */
  private boolean notMine(String user) {
    return !user.equals(who()) && !session.isCallerInRole(ADMINISTRATOR);
  }

  private static Rejected gone() {
    return new Rejected("not-found", "", "这个登录已经结束，请刷新列表。");
  }

  private List<OpenDoor> doors(String user) {
    Instant now = now();
    Stream<OpenDoor> screens =
        em
            .createQuery(
                "SELECT s FROM WebSession s WHERE s.account.user = :user AND s.endedAt IS NULL"
                    + " AND s.seenAt > :rested",
                WebSession.class)
            .setParameter("user", user)
            .setParameter("rested", now.minus(Sessions.LONGEST_REST))
            .getResultList()
            .stream()
            .map(this::screens);
    Stream<OpenDoor> handhelds =
        em
            .createQuery(
                "SELECT t FROM AccessToken t WHERE t.account.user = :user AND t.revokedAt IS NULL"
                    + " AND t.expiresAt > :now",
                AccessToken.class)
            .setParameter("user", user)
            .setParameter("now", now)
            .getResultList()
            .stream()
            .map(DoorBook::handheld);
    return Stream.concat(screens, handhelds)
        .sorted(Comparator.comparing(OpenDoor::seen).reversed())
        .toList();
  }

  private OpenDoor screens(WebSession one) {
    return new OpenDoor(
        OpenDoor.Kind.SCREENS,
        one.getId(),
        one.getAccount().getUser(),
        one.getAgent(),
        one.getBegunFrom(),
        one.getBegunAt(),
        one.getSeenAt(),
        one.getSeenAt().plus(Sessions.LONGEST_REST),
        one.getId().equals(trace.session()));
  }

  private static OpenDoor handheld(AccessToken one) {
    return new OpenDoor(
        OpenDoor.Kind.HANDHELD,
        one.getDigest(),
        one.getAccount().getUser(),
        one.getDevice(),
        one.getIssuedFrom(),
        one.getIssuedAt(),
        one.getSeenAt() == null ? one.getIssuedAt() : one.getSeenAt(),
        one.getExpiresAt(),
        false);
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
