package cn.ecogate.alarm.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;

import cn.ecogate.account.boundary.Vault;
import cn.ecogate.alarm.control.ChannelRules;
import cn.ecogate.alarm.entity.AlarmChannel;
import cn.ecogate.alarm.entity.AlarmNotice;
import cn.ecogate.alarm.entity.AlarmPlan;
import cn.ecogate.alarm.entity.ChannelDraft;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Where the administrator says who is told of alarms outside the house, and when they climb. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class AlarmChannels {

  /** What the vault keeps a channel's secret under. */
  static final String PURPOSE = "ecogate alarm channel 1\n";

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Vault vault;
  @Inject Ledger ledger;
  @Inject Clock clock;

  @Resource SessionContext session;

  public List<AlarmChannel> all() {
    return em.createQuery("SELECT c FROM AlarmChannel c ORDER BY c.id", AlarmChannel.class)
        .getResultList();
  }

  public Optional<AlarmChannel> channel(long id) {
    return Optional.ofNullable(em.find(AlarmChannel.class, id));
  }

  /** What a channel was told last, newest first. */
  public List<AlarmNotice> lastTold(long channel, int rows) {
    return em.createQuery(
            "SELECT n FROM AlarmNotice n WHERE n.channelId = :channel ORDER BY n.id DESC",
            AlarmNotice.class)
        .setParameter("channel", channel)
        .setMaxResults(rows)
        .getResultList();
  }

  /** Adds it, or makes it so; {@code Rejected} at the first field that is wrong. Its id. */
  public long keep(ChannelDraft typed) {
    AlarmChannel row = typed.id() == null ? new AlarmChannel() : known(typed.id(), typed.version());
    Optional<ChannelDraft> before =
        typed.id() == null ? Optional.empty() : Optional.of(row.draft());
    ChannelDraft draft = ChannelRules.checked(typed, row.getSecret() != null);
    row.keep(draft, who(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    em.persist(row);
    em.flush();
    if (!draft.secret().isEmpty()) {
      row.seal(vault.seal(PURPOSE, row.getId().toString(), draft.secret()));
      em.flush();
    }
    ledger.append(
        "audit",
        "alarm-channel:" + row.getId(),
        ChannelRules.text(
            before.isEmpty() ? "alarm-channel-added" : "alarm-channel-changed",
            who(),
            before,
            Optional.of(row.draft()),
            !draft.secret().isEmpty()));
    return row.getId();
  }

  /** It is told nothing more, not even what waits. */
  public void remove(long id, long version) {
    AlarmChannel row = known(id, version);
    em.createQuery("DELETE FROM AlarmNotice n WHERE n.channelId = :channel")
        .setParameter("channel", id)
        .executeUpdate();
    em.remove(row);
    em.flush();
    ledger.append(
        "audit",
        "alarm-channel:" + id,
        ChannelRules.text(
            "alarm-channel-removed", who(), Optional.of(row.draft()), Optional.empty(), false));
  }

  public AlarmPlan plan() {
    return PlanRows.read(em);
  }

  /** Counts from the next look at the standing alarms, some seconds from now. */
  public void change(AlarmPlan plan) {
    ChannelRules.check(plan);
    AlarmPlan before = PlanRows.read(em);
    if (!before.equals(plan)) {
      PlanRows.write(em, plan);
      ledger.append("audit", "alarm-plan", ChannelRules.text(who(), before, plan));
    }
  }

  private AlarmChannel known(long id, long version) {
    AlarmChannel row = em.find(AlarmChannel.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw new Rejected("not-found", "", "这个通知渠道已被删除，请刷新列表。");
    }
    if (row.getVersion() != version) {
      throw new Rejected("stale-edit", "", "这个通知渠道在您编辑期间已被他人修改，请重新打开，核对后再改。");
    }
    return row;
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }
}
