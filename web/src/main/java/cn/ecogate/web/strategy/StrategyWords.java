package cn.ecogate.web.strategy;

import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.PlatformEntry;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.StrategyCard;
import cn.ecogate.strategy.entity.StrategyState;
import cn.ecogate.web.frame.Moments;
import cn.ecogate.web.frame.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;

/** What a strategy's page says of its time and of whoever set it. */
@Named
@RequestScoped
public class StrategyWords {

  @Inject SiteBook book;
  @Inject Words words;
  @Inject Moments moments;

  /** Since when, until when, and how long that still is. */
  public String time(StrategyCard card) {
    ControlStrategy strategy = card.strategy();
    if (card.state() == StrategyState.COMING) {
      return words.say("strategy.begins", moments.minutes(strategy.from()), left(strategy.from()));
    }
    if (card.state() == StrategyState.OVER) {
      return words.say("strategy.ended", moments.minutes(strategy.until().orElse(strategy.from())));
    }
    if (card.state() == StrategyState.REPLACED) {
      return words.say("strategy.replaced");
    }
    if (strategy.until().isPresent()) {
      Instant until = strategy.until().get();
      return words.say("strategy.ends", moments.minutes(until), left(until));
    }
    return words.say(
        strategy.origin().isPresent() ? "strategy.until-withdrawn" : "strategy.until-replaced");
  }

  /** Whose it is: the platform's name, or the user here who set it. */
  public String setter(StrategyCard card) {
    return card.strategy()
        .origin()
        .map(origin -> words.say("strategy.by-platform", name(origin.platform())))
        .orElseGet(() -> words.say("strategy.by-plant", card.setBy()));
  }

  /** A user, or a platform by its name. */
  public String name(String who) {
    return book.site().platforms().stream()
        .filter(platform -> platform.id().equals(who))
        .map(PlatformEntry::name)
        .findFirst()
        .orElse(who);
  }

  private String left(Instant moment) {
    Duration left = Duration.between(moments.getNow(), moment);
    if (left.toHours() >= 48) {
      return words.say("span.days", left.toDays(), left.toHoursPart());
    }
    return left.toMinutes() >= 60
        ? words.say("span.hours", left.toHours(), left.toMinutesPart())
        : words.say("span.minutes", Math.max(1, left.toMinutes()));
  }
}
