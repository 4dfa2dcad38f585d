package cn.ecogate.mobile.uplink;

import cn.ecogate.mobile.Word;
import cn.ecogate.uplink.entity.Dispatch;
import java.time.Instant;
import java.util.List;

/** One record's way to one platform. */
public record DispatchItem(
    long id,
    String platform,
    Word kind,
    String subject,
    String key,
    long entry,
    Word state,
    int tries,
    Instant madeAt,
    Instant nextTryAt,
    Instant settledAt,
    List<String> missing,
    String answer) {

  static DispatchItem of(Dispatch dispatch) {
    return new DispatchItem(
        dispatch.id(),
        dispatch.platformId(),
        Word.of(dispatch.kind(), dispatch.kind().label()),
        dispatch.subject(),
        dispatch.key(),
        dispatch.ledgerSeq(),
        Word.of(dispatch.state(), dispatch.state().label()),
        dispatch.tries(),
        dispatch.createdAt(),
        dispatch.state() == Dispatch.State.WAITING ? dispatch.nextTryAt() : null,
        dispatch.settledAt().orElse(null),
        dispatch.missing(),
        dispatch.answer().orElse(null));
  }
}
