package cn.ecogate.web.passage;

import cn.ecogate.passage.entity.Visit;
import cn.ecogate.web.frame.Moments;
import cn.ecogate.web.frame.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;

/** How visits are put into words, wherever one is shown. */
@Named
@RequestScoped
public class Visits {

  @Inject Words words;
  @Inject Moments moments;

  /** How long it was or is inside; empty if nobody can tell. */
  public String stay(Visit visit) {
    Duration stay = visit.stay(moments.getNow());
    if (stay == null) {
      return "";
    }
    if (stay.toDays() > 0) {
      return words.say("visit.days", stay.toDays(), stay.toHoursPart());
    }
    return stay.toHours() > 0
        ? words.say("visit.hours", stay.toHours(), stay.toMinutesPart())
        : words.say("visit.minutes", stay.toMinutes());
  }

  public boolean isLong(Visit visit) {
    return visit.isLong(moments.getNow());
  }

  /** The colour of its state: what waits for a person stands out. */
  public String tone(Visit visit) {
    if (visit.isOpenQuestion()) {
      return "RAISED";
    }
    return switch (visit.getState()) {
      case INSIDE -> isLong(visit) ? "ACKNOWLEDGED" : "ACCEPTED";
      default -> "CLOSED";
    };
  }
}
