package cn.ecogate.mobile.uplink;

import cn.ecogate.mobile.Word;
import cn.ecogate.uplink.entity.Sending;
import java.time.Instant;

/** How it stands with one kind of what a platform sends down. */
public record SendingItem(
    String platform,
    Word kind,
    Instant heardAt,
    Instant wholeAt,
    Instant nextAskAt,
    boolean old,
    long holds,
    String complaint) {

  static SendingItem of(Sending sending) {
    return new SendingItem(
        sending.platformId(),
        Word.of(sending.kind(), sending.kind().label()),
        sending.heardAt().orElse(null),
        sending.wholeAt().orElse(null),
        sending.nextAskAt(),
        sending.old(),
        sending.holds(),
        sending.complaint().orElse(null));
  }
}
