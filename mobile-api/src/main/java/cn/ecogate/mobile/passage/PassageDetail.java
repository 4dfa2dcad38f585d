package cn.ecogate.mobile.passage;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.mobile.Word;
import cn.ecogate.passage.entity.PassageAct;
import cn.ecogate.uplink.entity.Dispatch;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A passage's whole story: why it was decided so, what was done, where it stands in the ledger. */
@Schema(description = "一次通行的全部经过")
public record PassageDetail(
    PassageItem passage,
    @Schema(description = "每条规则的回答") List<Answer> answers,
    @Schema(description = "记录之后的动作：道闸、显示屏、语音") List<Act> acts,
    Entry ledger,
    @Schema(description = "向各平台的上传") List<Upload> uploads) {

  /** One rule's answer. */
  @Schema(description = "一条规则的回答")
  public record Answer(
      @Schema(example = "exceeding-list") String rule,
      @Schema(example = "超标车辆名单校验") String title,
      String clause,
      @Schema(description = "PASSED 通过，REFUSES 禁行，ASKS_GUARD 请值守处理，SILENT 不适用") String outcome,
      @Schema(description = "核对所见") String found,
      @Schema(description = "原因代码，通过时省略") String code,
      @Schema(description = "原因，与显示屏上的文字相同") String reason) {

    static Answer of(RuleAnswer answer) {
      return new Answer(
          answer.rule(),
          answer.title(),
          answer.clause(),
          answer.outcome().name(),
          answer.found(),
          answer.reason().map(reason -> reason.code().name()).orElse(null),
          answer.reason().map(Reason::sentence).orElse(null));
    }
  }

  /** What a device was told and what it answered. */
  @Schema(description = "一次设备动作")
  public record Act(
      @Schema(description = "BARRIER 道闸，DISPLAY 显示屏，VOICE 语音") String kind,
      @Schema(description = "DONE 完成，FAILED 失败，SKIPPED 未做") String outcome,
      String words,
      Instant at,
      long elapsedMillis) {

    static Act of(PassageAct act) {
      return new Act(
          act.getKind().name(),
          act.getOutcome().name(),
          act.getWords(),
          act.getAt(),
          act.getElapsedMillis());
    }
  }

  /** Position and hashes in the ledger. */
  @Schema(description = "台账位置与散列（RFC 6962）")
  public record Entry(long seq, String leafHash, String rootHash, Instant at) {

    static Entry of(LedgerEntry entry) {
      return new Entry(entry.seq(), entry.leafHash(), entry.rootHash(), entry.at());
    }
  }

  /** The record's way to one platform. */
  @Schema(description = "向一个平台的上传")
  public record Upload(
      String platform,
      Word state,
      int tries,
      Instant createdAt,
      @Schema(description = "下次尝试的时刻，已传时省略") Instant nextTryAt,
      Instant settledAt,
      String answer) {

    static Upload of(Dispatch dispatch) {
      return new Upload(
          dispatch.platformId(),
          Word.of(dispatch.state(), dispatch.state().label()),
          dispatch.tries(),
          dispatch.createdAt(),
          dispatch.state() == Dispatch.State.WAITING ? dispatch.nextTryAt() : null,
          dispatch.settledAt().orElse(null),
          dispatch.answer().orElse(null));
    }
  }
}
