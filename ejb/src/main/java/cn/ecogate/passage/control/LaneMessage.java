package cn.ecogate.passage.control;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.admission.entity.Verdict;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.vocabulary.Direction;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * What the driver reads and hears (HJ 1321-2023, prompts on the display: control state, plate,
 * emission stage, admit or refuse, time, reason).
 *
 * @param lines for the display, from the top
 * @param spoken one sentence for the voice
 */
public record LaneMessage(List<String> lines, String spoken) {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  public LaneMessage {
    lines = List.copyOf(lines);
  }

  /**
   * The verdict's message.
   *
   * @param control what is in force, in few words
   */
  public static LaneMessage of(Passage passage, Verdict verdict, String control) {
    String who = who(passage);
    boolean in = passage.getDirection() == Direction.IN;
    return verdict.match(
        admitted ->
            message(passage, "准予通行", control, List.of(), who + (in ? "，欢迎入场，请减速慢行" : "，一路平安")),
        refused ->
            message(
                passage,
                "禁止通行",
                control,
                refused.reasons(),
                who + "，禁止通行，" + refused.reasons().get(0).sentence()),
        needsGuard -> message(passage, "请值守处理", control, needsGuard.why(), who + "，请稍候，等待值守人员处理"));
  }

  /** When the record could not be written, so nothing was decided and nothing opens. */
  public static LaneMessage notRecorded(Instant at) {
    return new LaneMessage(
        List.of("系统暂不能记录", "道闸不能抬起", "请联系值守人员", CLOCK.format(at)), "系统暂时不能记录，请联系值守人员");
  }

  /**
   * When the verdict admits but the barrier does not answer: the driver must not wait for it in
   * vain.
   */
  public static LaneMessage barrierFailed(Passage passage, String control) {
    return message(passage, "道闸故障", control, List.of(), who(passage) + "，道闸故障，请稍候，等待值守人员处理");
  }

  /** When the verdict admits but somebody keeps the barrier locked down. */
  public static LaneMessage locked(Passage passage, String control) {
    return message(passage, "道闸锁闭", control, List.of(), who(passage) + "，道闸已锁闭，请停车等待，听从现场指挥");
  }

  /** When a person lets in what the rules did not. */
  public static LaneMessage released(Passage passage, String control) {
    return message(passage, "准予通行", control, List.of(), who(passage) + "，经值守人员放行，请减速慢行");
  }

  /** When nobody lets in what the rules refused. */
  public static LaneMessage turnedAway(Passage passage, String control, String why) {
    LaneMessage said =
        message(passage, "禁止通行", control, List.of(), who(passage) + "，特批未通过，请勿进入，" + why);
    List<String> lines = new ArrayList<>(said.lines());
    lines.add(why);
    return new LaneMessage(lines, said.spoken());
  }

  private static LaneMessage message(
      Passage passage, String state, String control, List<Reason> reasons, String spoken) {
    List<String> lines = new ArrayList<>();
    lines.add(who(passage));
    lines.add(passage.getStage() == null ? state : passage.getStage().label() + " " + state);
    // Before the reasons: on a board of four lines the second reason may fall off, these must not.
    lines.add(control + " " + TIME.format(passage.getSeenAt()));
    reasons.forEach(reason -> lines.add(reason.sentence()));
    return new LaneMessage(lines, spoken);
  }

  static String who(Passage passage) {
    if (passage.getPlate() != null) {
      return passage.getPlate();
    }
    return passage.getSighting() == Sighting.NO_PLATE ? "无牌车辆" : "车牌未识别";
  }
}
