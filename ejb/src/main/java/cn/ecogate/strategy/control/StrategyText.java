package cn.ecogate.strategy.control;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.DailyHours;
import cn.ecogate.strategy.entity.Origin;
import cn.ecogate.strategy.entity.StrategyEdition;
import cn.ecogate.vocabulary.Coded;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes of strategies and exceeding list as the ledger keeps them. */
public final class StrategyText {

  private StrategyText() {}

  public static CanonicalText of(StrategyEdition edition) {
    ControlStrategy strategy = edition.strategy();
    CanonicalText text =
        begin(
                "strategy-" + edition.act().name().toLowerCase(Locale.ROOT),
                edition.who(),
                edition.at())
            .line("name", strategy.name())
            .line("edition", strategy.edition())
            .line("why", edition.why().isEmpty() ? null : edition.why())
            .line("platform", strategy.origin().map(Origin::platform).orElse(null))
            .line("platform-number", strategy.origin().map(Origin::number).orElse(null))
            .line("alert", strategy.alert().code())
            .line("response", strategy.response().code())
            .line("from", strategy.from())
            .line("until", strategy.until().orElse(null))
            .line("daily-from", strategy.hours().map(DailyHours::from).orElse(null))
            .line("daily-until", strategy.hours().map(DailyHours::until).orElse(null))
            .line("measure", strategy.measure());
    strategy.restrictions().forEach(restriction -> text.line("forbids", words(restriction)));
    strategy.spared().plates().stream().sorted().forEach(plate -> text.line("spares", plate));
    strategy.spared().fleets().stream().sorted().forEach(fleet -> text.line("spares-fleet", fleet));
    return strategy.spared().nobody() ? text : text.line("spares-why", strategy.spared().why());
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

  public static CanonicalText released(
      String plate, PlateColor color, String source, String why, String who, Instant at) {
    return begin("exceeding-released", who, at)
        .line("plate", plate)
        .line("plate-color", color.code())
        .line("source", source)
        .line("why", why);
  }

  /** The head of an entry about what a platform's list changed; one line a vehicle follows. */
  public static CanonicalText received(String platform, Instant at) {
    return begin("exceeding-received", platform, at);
  }

  private static CanonicalText begin(String act, String who, Instant at) {
    return CanonicalText.of("ecogate audit 1").line("act", act).line("user", who).line("at", at);
  }

  private static String words(Restriction restriction) {
    return "stage<="
        + restriction.worst().code()
        + " fuels="
        + codes(restriction.fuels())
        + " groups="
        + restriction.groups().stream().sorted().map(Enum::name).collect(Collectors.joining(","))
        + " types="
        + restriction.types().stream().sorted().collect(Collectors.joining(","))
        + " uses="
        + codes(restriction.uses())
        + " directions="
        + codes(restriction.directions());
  }

  private static <E extends Enum<E> & Coded> String codes(Set<E> some) {
    return some.stream().sorted().map(Coded::code).collect(Collectors.joining(","));
  }
}
