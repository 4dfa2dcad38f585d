package cn.ecogate.uplink.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.AUDITOR;
import static cn.ecogate.account.entity.Role.Names.GUARD;
import static cn.ecogate.account.entity.Role.Names.INSPECTOR;
import static cn.ecogate.account.entity.Role.Names.KEEPER;
import static cn.ecogate.account.entity.Role.Names.OFFICER;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.ledger.entity.RecordText;
import cn.ecogate.uplink.control.Completeness;
import cn.ecogate.uplink.control.Correction;
import cn.ecogate.uplink.control.Pretty;
import cn.ecogate.uplink.entity.Anatomy;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.DispatchFilter;
import cn.ecogate.uplink.entity.OutboxRow;
import cn.ecogate.uplink.entity.PlatformCall;
import cn.ecogate.uplink.entity.PlatformLine;
import cn.ecogate.uplink.entity.PlatformStatus;
import cn.ecogate.uplink.entity.RecordKind;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has been sent, what waits, and what the platforms said. */
@Stateless
@RolesAllowed({ADMINISTRATOR, OFFICER, GUARD, KEEPER, INSPECTOR, AUDITOR})
public class Uploads {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject LineStates lineStates;
  @Inject Platforms platforms;
  @Inject RecordWriter writer;
  @Inject ChangeNotice notice;
  @Inject Ledger ledger;
  @Inject Clock clock;

  @Resource SessionContext session;

  public List<PlatformStatus> platforms() {
    return lineStates.all();
  }

  /** Newest first; {@code cursor} from the slice before, or null. */
  public Slice<Dispatch> find(DispatchFilter filter, String cursor, int rows) {
    List<OutboxRow> found =
        bound(
                em.createQuery(
                    "SELECT r FROM OutboxRow r WHERE"
                        + where(filter, cursor != null)
                        + " ORDER BY r.id DESC",
                    OutboxRow.class),
                filter,
                cursor)
            .setMaxResults(rows + 1)
            .getResultList();
    List<Dispatch> shown = new ArrayList<>();
    found.stream().limit(rows).forEach(row -> shown.add(row.dispatch()));
    return new Slice<>(
        shown,
        found.size() > rows
            ? Optional.of(String.valueOf(shown.get(rows - 1).id()))
            : Optional.empty());
  }

  /** How many there are, exactly. */
  public long count(DispatchFilter filter) {
    return bound(
            em.createQuery(
                "SELECT COUNT(r) FROM OutboxRow r WHERE" + where(filter, false), Long.class),
            filter,
            null)
        .getSingleResult();
  }

  private static String where(DispatchFilter filter, boolean paged) {
    StringBuilder where = new StringBuilder(" 1 = 1");
    where.append(paged ? " AND r.id < :before" : "");
    where.append(given(filter.platformId()) ? " AND r.platformId = :platform" : "");
    where.append(filter.state() == null ? "" : " AND r.state = :state");
    where.append(filter.kind() == null ? "" : " AND r.kind = :kind");
    where.append(given(filter.gate()) ? " AND r.gate = :gate" : "");
    where.append(given(filter.subject()) ? " AND LOCATE(:subject, r.subject) = 1" : "");
    where.append(filter.from() == null ? "" : " AND r.createdAt >= :from");
    where.append(filter.to() == null ? "" : " AND r.createdAt < :to");
    if (filter.only() != null) {
      where.append(
          switch (filter.only()) {
            case GAP -> " AND r.state <> :accepted";
            case INCOMPLETE -> " AND r.complete = FALSE";
          });
    }
    return where.toString();
  }

  private static <T> TypedQuery<T> bound(
      TypedQuery<T> query, DispatchFilter filter, String cursor) {
    Map<String, Object> values = new HashMap<>();
    values.put("before", cursor == null ? null : position(cursor));
    values.put("platform", filter.platformId());
    values.put("state", filter.state());
    values.put("kind", filter.kind());
    values.put("gate", filter.gate());
    values.put("subject", filter.subject());
    values.put("from", filter.from());
    values.put("to", filter.to());
    values.put("accepted", Dispatch.State.ACCEPTED);
    query
        .getParameters()
        .forEach(blank -> query.setParameter(blank.getName(), values.get(blank.getName())));
    return query;
  }

  private static boolean given(String text) {
    return text != null && !text.isBlank();
  }

  /** What was and is to be sent about a passage, by platform. */
  public List<Dispatch> ofPassage(String passageSerial) {
    return em
        .createQuery(
            "SELECT r FROM OutboxRow r WHERE r.subject = :serial ORDER BY r.platformId, r.id",
            OutboxRow.class)
        .setParameter("serial", passageSerial)
        .getResultList()
        .stream()
        .map(OutboxRow::dispatch)
        .toList();
  }

  /** One record's way laid open; {@code Rejected} if there is none of that number. */
  public Anatomy anatomy(long dispatchId) {
    OutboxRow row = row(dispatchId);
    List<PlatformCall> calls =
        em.createQuery(
                "SELECT c FROM PlatformCall c WHERE c.dispatchId = :id ORDER BY c.id",
                PlatformCall.class)
            .setParameter("id", dispatchId)
            .getResultList();
    RecordText now = writer.text(row);
    Set<String> corrected =
        row.correctionSeq().isPresent()
            ? Correction.said(writer.entry(row.correctionSeq().getAsLong())).keySet()
            : Set.of();
    Dispatch dispatch = row.dispatch();
    List<Anatomy.Item> items =
        (row.getKind() == RecordKind.PASSAGE ? Correction.correctable() : List.<String>of())
            .stream()
                .map(
                    name ->
                        new Anatomy.Item(
                            name,
                            now.value(name).orElse(""),
                            dispatch.missing().contains(name),
                            dispatch.state() == Dispatch.State.BLOCKED,
                            corrected.contains(name)))
                .toList();
    return new Anatomy(dispatch, calls, items, preview(row));
  }

  private String preview(OutboxRow row) {
    return platforms
        .link(row.getPlatformId())
        .flatMap(PlatformLink::wire)
        .map(
            wire -> {
              try {
                return Pretty.json(writer.preview(row, wire));
              } catch (IllegalStateException unmapped) {
                return "";
              }
            })
        .orElse("");
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
    OutboxRow row = blocked(dispatchId);
    CanonicalText text =
        CanonicalText.of("ecogate upload-release 1")
            .line("platform", row.getPlatformId())
            .line("passage", row.getSubject())
            .line("refused-with", row.dispatch().answer().orElse(null))
            .line("by", session.getCallerPrincipal().getName());
    row.release(clock.instant());
    ledger.append("audit", row.getSubject(), text);
    notice.changed(row.getPlatformId());
  }

  /**
   * Says what is sent instead of what the platform refused, and puts the record back in the queue.
   * What was recorded stays; the correction is a ledger entry that names it.
   *
   * @param typed values by item; blank takes the item away, what is not named stays
   */
  @RolesAllowed({ADMINISTRATOR, OFFICER})
  public void correct(long dispatchId, Map<String, String> typed, String reason) {
    if (!given(reason)) {
      throw new Rejected("reason-missing", "reason", "请写明更正的依据，例如“行驶证照片为黄牌”。");
    }
    OutboxRow row = blocked(dispatchId);
    if (row.getKind() != RecordKind.PASSAGE) {
      throw new Rejected(
          "correct-at-the-source", "", row.getKind().label() + "请在原处修改：改后自动作为新的一条上传。");
    }
    RecordText now = writer.text(row);
    Map<String, String> changes = Correction.changes(now, typed);
    if (changes.isEmpty()) {
      throw new Rejected("nothing-changed", "", "没有改动任何一项。内容不用更正时，请用“重新排队”。");
    }
    Map<String, String> values = new LinkedHashMap<>();
    row.correctionSeq().ifPresent(before -> values.putAll(Correction.said(writer.entry(before))));
    values.putAll(changes);
    Instant at = clock.instant();
    CanonicalText text =
        Correction.text(row, values, reason.strip(), session.getCallerPrincipal().getName(), at);
    LedgerEntry entry = ledger.append("audit", row.getSubject(), text);
    row.correct(
        entry.seq(), Completeness.missing(Correction.applied(now, RecordText.of(entry.text()))));
    row.release(at);
    notice.changed(row.getPlatformId());
  }

  /** Locked in the queue's order: the line first. */
  private OutboxRow blocked(long dispatchId) {
    OutboxRow row = row(dispatchId);
    em.find(PlatformLine.class, row.getPlatformId(), LockModeType.PESSIMISTIC_WRITE);
    em.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    if (row.getState() != Dispatch.State.BLOCKED) {
      throw new Rejected("not-blocked", "", "记录 " + row.getSubject() + " 不是被拒状态，不用重新放入队列。");
    }
    return row;
  }

  private OutboxRow row(long dispatchId) {
    OutboxRow row = em.find(OutboxRow.class, dispatchId);
    if (row == null) {
      throw new Rejected("no-such-dispatch", "", "没有编号为 " + dispatchId + " 的上传记录。");
    }
    return row;
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new Rejected("cursor", "cursor", "翻页标记不对，请从第一页重新查询。");
    }
  }
}
