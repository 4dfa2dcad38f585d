package cn.ecogate.passage.control;

import cn.ecogate.device.entity.TagRead;
import cn.ecogate.device.entity.WeightTaken;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.Passage;
import java.math.BigDecimal;
import java.util.Optional;

/** The ledger's texts of a weighing, of a code that was read, and of a load. */
public final class WeighingText {

  private WeighingText() {}

  public static CanonicalText of(String enterprise, WeightTaken taken) {
    return CanonicalText.of("ecogate weighing 1")
        .line("enterprise", enterprise)
        .line("lane", taken.laneId())
        .line("device", taken.deviceId())
        .line("event", taken.eventId())
        .line("weighed-at", taken.at())
        .line("gross-kg", plain(taken.gross()))
        .line("tare-kg", plain(taken.tare()))
        .line("net-kg", plain(taken.net()))
        .line("stable-frames", taken.stableFrames())
        .line("corrects", taken.corrects())
        .line("raw-digest", taken.rawDigest());
  }

  public static CanonicalText of(String enterprise, TagRead read) {
    return CanonicalText.of("ecogate tag 1")
        .line("enterprise", enterprise)
        .line("lane", read.laneId())
        .line("device", read.deviceId())
        .line("event", read.eventId())
        .line("seen-at", read.at())
        .line("kind", read.kind())
        .line("number", read.number())
        .line("text", read.text())
        .line("raw-digest", read.rawDigest());
  }

  /** A load names the passage's entry, the weighing's, and that of the load it replaces. */
  public static CanonicalText of(
      String enterprise, Passage passage, Load load, Optional<Load> replaced) {
    return CanonicalText.of("ecogate load 1")
        .line("enterprise", enterprise)
        .line("passage", passage.getSerialNo())
        .line("lane", passage.getLaneId())
        .line("gate", passage.getGateNo())
        .line("passage-entry", passage.getLedgerSeq())
        .line("place", load.getPlace())
        .line("source", load.getSource())
        .line("cargo", load.getCargo())
        .line("tonnes", plain(load.getTonnes()))
        .line("gross-kg", plain(load.getGrossKg()))
        .line("tare-kg", plain(load.getTareKg()))
        .line("net-kg", plain(load.getNetKg()))
        .line("weighing-entry", load.getWeighingId() == null ? null : load.getWeighingId() - 1)
        .line("entered-by", load.getEnteredBy())
        .line("replaces-entry", replaced.map(Load::getLedgerSeq).orElse(null));
  }

  /** The same weight always gives the same text, however the database fills it up with zeros. */
  private static String plain(BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }
}
