package cn.ecogate.uplink.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.AUDITOR;
import static cn.ecogate.account.entity.Role.Names.GUARD;
import static cn.ecogate.account.entity.Role.Names.INSPECTOR;
import static cn.ecogate.account.entity.Role.Names.KEEPER;
import static cn.ecogate.account.entity.Role.Names.OFFICER;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.OutboxRow;
import cn.ecogate.uplink.entity.PlatformLine;
import cn.ecogate.uplink.entity.PlatformStatus;
import cn.ecogate.uplink.entity.TransferRate;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been sent, what waits, and what the platforms said. */
@Stateless
@RolesAllowed({ADMINISTRATOR, OFFICER, GUARD, KEEPER, INSPECTOR, AUDITOR})
public class Uploads {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject LineStates lineStates;
  @Inject ChangeNotice notice;
  @Inject Ledger ledger;
  @Inject Clock clock;

  @Resource SessionContext session;

  public List<PlatformStatus> platforms() {
    return lineStates.all();
  }

  /** Newest first; null platform or state means any. */
  public Slice<Dispatch> find(String platformId, Dispatch.State state, String cursor, int rows) {
    StringBuilder where = new StringBuilder("SELECT r FROM OutboxRow r WHERE r.id < :before");
    where.append(platformId == null ? "" : " AND r.platformId = :platform");
    where.append(state == null ? "" : " AND r.state = :state");
    TypedQuery<OutboxRow> query =
        em.createQuery(where + " ORDER BY r.id DESC", OutboxRow.class)
            .setParameter("before", cursor == null ? Long.MAX_VALUE : position(cursor))
            .setMaxResults(rows + 1);
    if (platformId != null) {
      query.setParameter("platform", platformId);
    }
    if (state != null) {
      query.setParameter("state", state);
    }
    List<OutboxRow> found = query.getResultList();
    List<Dispatch> shown = new ArrayList<>();
    found.stream().limit(rows).forEach(row -> shown.add(row.dispatch()));
    return new Slice<>(
        shown,
        found.size() > rows
            ? Optional.of(String.valueOf(shown.get(rows - 1).id()))
            : Optional.empty());
  }

  /** A passage's dispatches, one per platform. */
  public List<Dispatch> ofPassage(String passageSerial) {
    return em
        .createQuery(
            "SELECT r FROM OutboxRow r WHERE r.passageSerial = :serial ORDER BY r.platformId",
            OutboxRow.class)
        .setParameter("serial", passageSerial)
        .getResultList()
        .stream()
        .map(OutboxRow::dispatch)
        .toList();
  }

  /** Uploaded out of produced, among the records made from {@code from} until before {@code to}. */
  public TransferRate transferRate(String platformId, Instant from, Instant to) {
    Object[] counts =
        em.createQuery(
                "SELECT COUNT(r), SUM(CASE WHEN r.state = :accepted THEN 1 ELSE 0 END)"
                    + " FROM OutboxRow r WHERE r.platformId = :platform"
                    + " AND r.createdAt >= :from AND r.createdAt < :to",
                Object[].class)
            .setParameter("accepted", Dispatch.State.ACCEPTED)
            .setParameter("platform", platformId)
            .setParameter("from", from)
            .setParameter("to", to)
            .getSingleResult();
    long accepted = counts[1] == null ? 0 : ((Number) counts[1]).longValue();
    return new TransferRate(((Number) counts[0]).longValue(), accepted);
  }

  /** Puts a blocked record back in the queue; who did so goes into the ledger. */
  @RolesAllowed({ADMINISTRATOR, OFFICER})
  public void release(long dispatchId) {
    OutboxRow row = em.find(OutboxRow.class, dispatchId);
    if (row == null) {
      throw new Rejected("no-such-dispatch", "", "没有编号为 " + dispatchId + " 的上传记录。");
    }
    em.find(PlatformLine.class, row.getPlatformId(), LockModeType.PESSIMISTIC_WRITE);
    em.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    if (row.getState() != Dispatch.State.BLOCKED) {
      throw new Rejected("not-blocked", "", "通行 " + row.getPassageSerial() + " 不是被拒状态，不用重新放入队列。");
    }
    CanonicalText text =
        CanonicalText.of("ecogate upload-release 1")
            .line("platform", row.getPlatformId())
            .line("passage", row.getPassageSerial())
            .line("refused-with", row.dispatch().answer().orElse(null))
            .line("by", session.getCallerPrincipal().getName());
    row.release(clock.instant());
    ledger.append("audit", row.getPassageSerial(), text);
    notice.changed(row.getPlatformId());
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new Rejected("cursor", "cursor", "翻页标记不对，请从第一页重新查询。");
    }
  }
}
