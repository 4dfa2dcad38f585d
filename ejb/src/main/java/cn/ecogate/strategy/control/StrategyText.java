package cn.ecogate.strategy.control;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.Instant;
import java.util.stream.Collectors;

/** Changes of strategies and exceeding list as the ledger keeps them. */
public final class StrategyText {

  private StrategyText() {}

  public static CanonicalText added(ControlStrategy strategy, String who, Instant at) {
    CanonicalText text =
        begin("strategy-added", who, at)
            .line("name", strategy.name())
            .line("alert", strategy.alert().code())
            .line("from", strategy.from())
            .line("until", strategy.until().orElse(null))
            .line("measure", strategy.measure());
    strategy.restrictions().forEach(restriction -> text.line("forbids", words(restriction)));
    return text;
  }

  public static CanonicalText listed(
      PlateNumber plate, PlateColor color, Listing listing, String who, Instant at) {
    return begin("exceeding-listed", who, at)
        .line("plate", plate)
        .line("plate-color", color.code())
        .line("source", listing.source())
        .line("reason", listing.reason())
        .line("issued", listing.issued());
  }

  private static CanonicalText begin(String act, String who, Instant at) {
    return CanonicalText.of("ecogate audit 1").line("act", act).line("user", who).line("at", at);
  }

  private static String words(Restriction restriction) {
    String fuels =
        restriction.fuels().stream()
            .sorted()
            .map(FuelType::code)
            .collect(Collectors.joining(",", "fuels=", ""));
    return "stage<="
        + restriction.worst().code()
        + " "
        + fuels
        + " heavy-only="
        + restriction.heavyOnly();
  }
}
