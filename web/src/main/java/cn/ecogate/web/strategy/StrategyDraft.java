package cn.ecogate.web.strategy;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.DailyHours;
import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.strategy.entity.Origin;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.ResponseLevel;
import cn.ecogate.web.frame.Moments;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A strategy as it stands in the form, in the words and times that were typed. */
public class StrategyDraft implements Serializable {

  private static final long serialVersionUID = 1L;

  private final long id;
  private final int edition;
  private final String platform;
  private final String platformNumber;
  private final List<RuleDraft> rules = new ArrayList<>();
  private String name;
  private AlertLevel alert;
  private ResponseLevel response;
  private String from;
  private String until;
  private String dailyFrom;
  private String dailyUntil;
  private String measure;
  private String sparedPlates;
  private String sparedFleets;
  private String sparedWhy;

  /** A new one, from now on. */
  StrategyDraft(Instant now) {
    id = 0;
    edition = 0;
    platform = null;
    platformNumber = null;
    alert = AlertLevel.NONE;
    from = local(now.truncatedTo(ChronoUnit.MINUTES));
  }

  /**
   * @param written its measure, null if that only says what the rules say
   */
  StrategyDraft(ControlStrategy kept, String written) {
    id = kept.id();
    edition = kept.edition();
    platform = kept.origin().map(Origin::platform).orElse(null);
    platformNumber = kept.origin().map(Origin::number).orElse(null);
    kept.restrictions().forEach(rule -> rules.add(new RuleDraft(rule)));
    name = kept.name();
    alert = kept.alert();
    response = kept.response() == ResponseLevel.usual(alert) ? null : kept.response();
    from = local(kept.from());
    until = kept.until().map(StrategyDraft::local).orElse(null);
    dailyFrom = kept.hours().map(hours -> hours.from().toString()).orElse(null);
    dailyUntil = kept.hours().map(hours -> hours.until().toString()).orElse(null);
    measure = written;
    sparedPlates = lines(kept.spared().plates());
    sparedFleets = lines(kept.spared().fleets());
    sparedWhy = kept.spared().why();
  }

  /**
   * What was composed; {@code Rejected} names the field that cannot be read.
   *
   * @param wording the measure of rules nobody wrote one for
   */
  ControlStrategy strategy(Function<List<Restriction>, String> wording) {
    List<Restriction> restrictions = new ArrayList<>();
    for (RuleDraft rule : rules) {
      restrictions.add(rule.restriction(restrictions.size() + 1));
    }
    Instant start = moment("from", from, "开始时间").orElseThrow(() -> missing("from", "开始时间"));
    return new ControlStrategy(
        id,
        edition,
        blank(name) ? usualName() : name.strip(),
        alert,
        response == null ? ResponseLevel.usual(alert) : response,
        start,
        moment("until", until, "结束时间"),
        hours(),
        blank(measure) ? wording.apply(restrictions) : measure.strip(),
        restrictions,
        new Spared(plates(), words(sparedFleets), sparedWhy == null ? "" : sparedWhy.strip()),
        Optional.ofNullable(platform).map(one -> new Origin(one, platformNumber)));
  }

  /** Takes a ready-made measure among the rules; once is enough. */
  void take(KnownMeasure known) {
    Set<Restriction> there =
        rules.stream()
            .filter(rule -> rule.getWorst() != null && rule.getDirections().length > 0)
            .map(rule -> rule.restriction(1))
            .collect(Collectors.toSet());
    rules.removeIf(rule -> rule.getWorst() == null);
    known.restrictions().stream()
        .filter(each -> !there.contains(each))
        .forEach(each -> rules.add(new RuleDraft(each)));
  }

  /** Ends so many hours after it starts. */
  void endAfter(int hours) {
    moment("from", from, "开始时间")
        .ifPresent(start -> until = local(start.plusSeconds(hours * 3600L)));
  }

  private String usualName() {
    String what = alert == AlertLevel.NONE ? "日常管控" : alert.label();
    return blank(from) || from.length() < 10 ? what : what + "（" + from.substring(0, 10) + " 起）";
  }

  private Optional<DailyHours> hours() {
    if (blank(dailyFrom) && blank(dailyUntil)) {
      return Optional.empty();
    }
    return Optional.of(
        new DailyHours(time("dailyFrom", dailyFrom), time("dailyUntil", dailyUntil)));
  }

  private Set<String> plates() {
    try {
      return words(sparedPlates).stream()
          .map(typed -> PlateNumber.of(typed).text())
          .collect(Collectors.toSet());
    } catch (Rejected notAPlate) {
      throw new Rejected(notAPlate.code(), "sparedPlates", notAPlate.getMessage());
    }
  }

  private static Set<String> words(String lines) {
    return (lines == null ? "" : lines)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Optional<Instant> moment(String field, String typed, String item) {
    if (blank(typed)) {
      return Optional.empty();
    }
    return Optional.of(
        Optional.ofNullable(Moments.local(typed.strip().replace(' ', 'T')))
            .orElseThrow(
                () ->
                    new Rejected("time-shape", field, item + "看不懂，请填日期和时刻，例如 2026-11-28 08:00。")));
  }

  private static LocalTime time(String field, String typed) {
    try {
      return LocalTime.parse(blank(typed) ? "" : typed.strip());
    } catch (DateTimeParseException none) {
      throw new Rejected("time-shape", field, "每日时段的起止都要填，例如 22:00 至 06:00；全天生效请都留空。");
    }
  }

  private static Rejected missing(String field, String item) {
    return new Rejected("item-missing", field, "请填写" + item + "。");
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static String local(Instant moment) {
    return LocalDateTime.ofInstant(moment, Moments.PLANT_ZONE).toString();
  }

  private static String lines(Set<String> some) {
    return some.stream().sorted().collect(Collectors.joining("\n"));
  }

  public List<RuleDraft> getRules() {
    return rules;
  }

  public boolean isFresh() {
    return id == 0;
  }

  public long getId() {
    return id;
  }

  /** The platform that ordered it, null if it was set here. */
  public String getPlatform() {
    return platform;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public AlertLevel getAlert() {
    return alert;
  }

  public void setAlert(AlertLevel alert) {
    this.alert = alert;
  }

  public ResponseLevel getResponse() {
    return response;
  }

  public void setResponse(ResponseLevel response) {
    this.response = response;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(String until) {
    this.until = until;
  }

  public String getDailyFrom() {
    return dailyFrom;
  }

  public void setDailyFrom(String dailyFrom) {
    this.dailyFrom = dailyFrom;
  }

  public String getDailyUntil() {
    return dailyUntil;
  }

  public void setDailyUntil(String dailyUntil) {
    this.dailyUntil = dailyUntil;
  }

  public String getMeasure() {
    return measure;
  }

  public void setMeasure(String measure) {
    this.measure = measure;
  }

  public String getSparedPlates() {
    return sparedPlates;
  }

  public void setSparedPlates(String sparedPlates) {
    this.sparedPlates = sparedPlates;
  }

  public String getSparedFleets() {
    return sparedFleets;
  }

  public void setSparedFleets(String sparedFleets) {
    this.sparedFleets = sparedFleets;
  }

  public String getSparedWhy() {
    return sparedWhy;
  }

  public void setSparedWhy(String sparedWhy) {
    this.sparedWhy = sparedWhy;
  }
}
