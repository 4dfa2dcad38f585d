package cn.ecogate.release.control;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.release.entity.Release;
import cn.ecogate.vocabulary.Coded;

/**
 * What a person decided about a passage, as the ledger keeps it; names are only ever added. The
 * uplink reads a release together with the passage's own entry, which it names: what stands here
 * counts before what stands there.
 */
public final class ReleaseText {

  private ReleaseText() {}

  /** The release's number before the platform. */
  public static String serial(Release release) {
    return release.getPassageSerial() + "-R";
  }

  /** A vehicle is let in. */
  public static CanonicalText released(String enterprise, Release release, Passage passage) {
    boolean exemption = release.getKind() == Release.Kind.EXEMPTION;
    return CanonicalText.of("ecogate release 1")
        .line("serial", serial(release))
        .line("settles", release.getPassageSerial())
        .line("passage-entry", passage.getLedgerSeq())
        .line("request", release.getNumber())
        .line("request-entry", exemption ? release.getLedgerSeq() : null)
        .line("enterprise", enterprise)
        .line("lane", release.getLaneId())
        .line("plate", release.getPlate())
        .line("color", code(release.getPlateColor()))
        .line("source", "GUARD")
        .line("outcome", Passage.Outcome.ADMITTED)
        .line("verdict", release.getVerdict())
        .line("release", release.getKind())
        .line("cause", release.getCause())
        .line("words", release.getWords())
        .line("entered-by", release.getAskedBy())
        .line("approved-by", exemption ? release.getAnsweredBy() : null)
        .line("approval", exemption ? release.getAnswer() : null)
        .line("promised-until", release.getPromisedUntil())
        .line("release-photo", release.getPhoto())
        .line("note", note(release))
        .line("at", exemption ? release.getAnsweredAt() : release.getAskedAt());
  }

  /** An exemption is asked for. */
  public static CanonicalText asked(String enterprise, Release release, Passage passage) {
    return about("asked", release)
        .line("enterprise", enterprise)
        .line("passage-entry", passage.getLedgerSeq())
        .line("lane", release.getLaneId())
        .line("plate", release.getPlate())
        .line("color", code(release.getPlateColor()))
        .line("verdict", release.getVerdict())
        .line("reasons", release.getReasons())
        .line("cause", release.getCause())
        .line("words", release.getWords())
        .line("promised-until", release.getPromisedUntil())
        .line("photo", release.getPhoto())
        .line("expires-at", release.getExpiresAt())
        .line("by", release.getAskedBy())
        .line("at", release.getAskedAt());
  }

  /** It ended without a release: declined, withdrawn, expired, or the vehicle left. */
  public static CanonicalText over(Release release) {
    return about("over", release)
        .line("request-entry", release.getLedgerSeq())
        .line("how", release.getState())
        .line("words", release.getAnswer())
        .line("by", release.getAnsweredBy())
        .line("at", release.getAnsweredAt());
  }

  /** The promise to file is kept. */
  public static CanonicalText kept(Release release) {
    return about("promise-kept", release)
        .line("release-entry", release.getReleaseSeq())
        .line("how", release.getKeptWords())
        .line("by", release.getKeptBy())
        .line("at", release.getKeptAt());
  }

  /** What people read about it in one line: before the platform, in reports. */
  public static String note(Release release) {
    return release.getKind().label()
        + "："
        + release.getCause().label()
        + "，"
        + release.getWords()
        + "（"
        + release.getAskedBy()
        + (release.getAnsweredBy() == null ? "" : " 申请，" + release.getAnsweredBy() + " 批准")
        + "）";
  }

  private static CanonicalText about(String act, Release release) {
    return CanonicalText.of("ecogate exemption 1")
        .line("act", act)
        .line("request", release.getNumber())
        .line("passage", release.getPassageSerial());
  }

  private static String code(Coded word) {
    return word == null ? null : word.code();
  }
}
