package cn.ecogate.confirmation.control;

import cn.ecogate.confirmation.entity.Confirmation;
import cn.ecogate.confirmation.entity.Finding;
import cn.ecogate.confirmation.entity.NewCheck;
import cn.ecogate.vocabulary.Rejected;

/** What may be done to a confirmation, by whom, and what has to be said. */
public final class ConfirmationRules {

  private static final int LONGEST = 500;

  private ConfirmationRules() {}

  /** {@link Rejected} unless it waits for a re-check and the finding is complete. */
  public static NewCheck checkable(Confirmation work, NewCheck told) {
    if (work.getState() == Confirmation.State.ANSWERED) {
      throw new Rejected("confirmation-answered", "", "这项确认已经答复，不能再改；情况有变请重新列入名单。");
    }
    if (told.finding() == null) {
      throw new Rejected("finding-missing", "finding", "请选择复核的结论。");
    }
    boolean papers = told.finding() == Finding.REPAIRED || told.finding() == Finding.MEETS;
    if (papers && told.evidence().isEmpty()) {
      throw new Rejected(
          "evidence-missing", "evidence", "结论为“" + told.finding().label() + "”，请附上检测报告或照片。");
    }
    return new NewCheck(
        told.finding(), words(told.words(), "words", "请写明复核看到了什么。"), told.evidence());
  }

  /** {@link Rejected} unless another person has re-checked it. */
  public static void verifiable(Confirmation work, String who) {
    if (work.getState() != Confirmation.State.CHECKED) {
      throw new Rejected("not-checked", "", "这项确认还没有复核，或已经答复，请刷新列表。");
    }
    if (who.equals(work.getCheckedBy())) {
      throw new Rejected("verifier-self", "", "复核和审定须由两个人完成：您做了复核，请由另一人审定。");
    }
  }

  /** Words that have to be said; {@link Rejected} at that field. */
  public static String words(String typed, String field, String ask) {
    if (typed == null || typed.isBlank()) {
      throw new Rejected("reason-missing", field, ask);
    }
    String said = typed.strip();
    if (said.length() > LONGEST) {
      throw new Rejected(
          "reason-long", field, "最多 " + LONGEST + " 个字，现为 " + said.length() + " 个，请缩短。");
    }
    return said;
  }
}
