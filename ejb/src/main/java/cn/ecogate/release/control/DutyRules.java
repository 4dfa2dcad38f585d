package cn.ecogate.release.control;

import cn.ecogate.account.entity.AccountCard;
import cn.ecogate.account.entity.Role;
import cn.ecogate.release.entity.LiftCause;
import cn.ecogate.release.entity.LiftDuty;
import cn.ecogate.vocabulary.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who has to explain a lift, who may, and who says whether that will do. */
public final class DutyRules {

  /** A shift: whoever signed in longer ago has gone home. */
  static final Duration SHIFT = Duration.ofHours(12);

  private static final Set<Role> AT_THE_GATE = Set.of(Role.GUARD, Role.OFFICER, Role.ADMINISTRATOR);

  private static final int LONGEST = 400;

  private DutyRules() {}

  /** The guard who signed in last, if he may still be there. */
  public static Optional<String> onDuty(List<AccountCard> people, Instant now) {
    return people.stream()
        .filter(AccountCard::enabled)
        .filter(one -> one.roles().contains(Role.GUARD))
        .filter(one -> one.lastSignIn().filter(at -> at.plus(SHIFT).isAfter(now)).isPresent())
        .max(Comparator.comparing(one -> one.lastSignIn().orElseThrow()))
        .map(AccountCard::user);
  }

  /** The people somebody may choose from. */
  public static List<String> assignable(List<AccountCard> people) {
    return people.stream()
        .filter(AccountCard::enabled)
        .filter(one -> one.roles().stream().anyMatch(AT_THE_GATE::contains))
        .map(AccountCard::user)
        .sorted()
        .toList();
  }

  /** Only somebody who works at the gate can be asked. */
  public static String assignee(String to, List<AccountCard> people) {
    List<String> possible = assignable(people);
    if (to == null || !possible.contains(to.strip())) {
      throw new Rejected(
          "assignee-unknown", "person", "请选择在岗人员：" + String.join("、", possible) + "。");
    }
    return to.strip();
  }

  /** It must still be open. */
  public static void open(LiftDuty duty) {
    if (!duty.isOpen()) {
      throw new Rejected("not-waiting", "", "这条道闸记录已由他人说明，请刷新列表。");
    }
  }

  /** The person it was given to explains, or somebody above him; anybody if it is nobody's. */
  public static void mayExplain(LiftDuty duty, String who, boolean editor) {
    open(duty);
    if (!editor && duty.getAssignedTo() != null && !duty.getAssignedTo().equals(who)) {
      throw new Rejected(
          "assigned-to-other", "", "这条已指派给 " + duty.getAssignedTo() + "，请由本人说明，或请环保专员改派。");
    }
  }

  public static LiftCause cause(LiftCause chosen) {
    if (chosen == null) {
      throw new Rejected("cause-missing", "cause", "请选择原因。");
    }
    return chosen;
  }

  public static String words(String typed) {
    return told(typed, "reason", "请写明经过和处理结果：它将记入台账。");
  }

  /** Another person than the one who explained says whether that will do. */
  public static void mayReview(LiftDuty duty, String who) {
    if (!duty.isExplained()) {
      throw new Rejected("not-explained", "", "这条道闸记录还没有说明或已复核，请刷新列表。");
    }
    if (who.equals(duty.getExplainedBy())) {
      throw new Rejected("reviewer-self", "", "说明人不能复核自己的说明，请由另一位环保专员或管理员复核。");
    }
  }

  /** A reviewer's words: needed when it will not do. */
  public static String review(boolean accepted, String typed) {
    return accepted && (typed == null || typed.isBlank())
        ? "属实"
        : told(typed, "review", "退回须写明缺什么，说明人会看到。");
  }

  private static String told(String typed, String field, String ask) {
    if (typed == null || typed.isBlank()) {
      throw new Rejected("reason-missing", field, ask);
    }
    String words = typed.strip();
    if (words.length() > LONGEST) {
      throw new Rejected(
          "reason-long", field, "最多 " + LONGEST + " 个字，现为 " + words.length() + " 个，请缩短。");
    }
    return words;
  }
}
