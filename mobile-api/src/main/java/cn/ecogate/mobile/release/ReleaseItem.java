package cn.ecogate.mobile.release;

import cn.ecogate.mobile.Word;
import cn.ecogate.release.entity.Release;
import java.time.Instant;

/** A release or exemption as it stands now. */
public record ReleaseItem(
    long id,
    String number,
    Word kind,
    Word state,
    String lane,
    String passage,
    String passageSerial,
    String plate,
    Word plateColor,
    Word verdict,
    String reasons,
    Word cause,
    String words,
    String photo,
    String askedBy,
    Instant askedAt,
    Instant expiresAt,
    String answeredBy,
    Instant answeredAt,
    String answer,
    String barrierOutcome,
    String barrierWords,
    Instant promisedUntil,
    Instant keptAt,
    String keptWords,
    long ledgerSeq,
    Long releaseSeq) {

  /**
   * @param base the API's own address, which every link begins with
   */
  static ReleaseItem of(Release release, String base) {
    return new ReleaseItem(
        release.getId(),
        release.getNumber(),
        Word.of(release.getKind(), release.getKind().label()),
        Word.of(release.getState(), release.getState().label()),
        release.getLaneId(),
        base + "passages/" + release.getPassageId(),
        release.getPassageSerial(),
        release.getPlate(),
        Word.of(release.getPlateColor()),
        Word.of(release.getVerdict(), release.getVerdict().label()),
        release.getReasons(),
        Word.of(release.getCause(), release.getCause().label()),
        release.getWords(),
        release.getPhoto() == null ? null : base + "releases/" + release.getId() + "/photo",
        release.getAskedBy(),
        release.getAskedAt(),
        release.getExpiresAt(),
        release.getAnsweredBy(),
        release.getAnsweredAt(),
        release.getAnswer(),
        release.getBarrierOutcome() == null ? null : release.getBarrierOutcome().name(),
        release.getBarrierWords(),
        release.getPromisedUntil(),
        release.getKeptAt(),
        release.getKeptWords(),
        release.getLedgerSeq(),
        release.getReleaseSeq());
  }
}
