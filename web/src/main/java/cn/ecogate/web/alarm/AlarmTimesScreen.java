package cn.ecogate.web.alarm;

import cn.ecogate.alarm.boundary.Alarms;
import cn.ecogate.alarm.entity.AlarmStatistics;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Moments;
import cn.ecogate.web.frame.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;

/** How long alarms wait for somebody, over the last days. */
@Named
@RequestScoped
public class AlarmTimesScreen {

  private static final int USUAL_DAYS = 30;

  @Inject HttpServletRequest request;
  @Inject Alarms alarms;
  @Inject Moments moments;
  @Inject Words words;

  private int days;
  private List<AlarmStatistics> rows;

  @PostConstruct
  void read() {
    String asked = Address.read("", request.getParameterMap(), "days").get("days");
    days = asked.matches("[1-9]\\d{0,2}") ? Integer.parseInt(asked) : USUAL_DAYS;
    rows = alarms.statistics(moments.getNow().minus(Duration.ofDays(days)));
  }

  public int getDays() {
    return days;
  }

  public List<AlarmStatistics> getRows() {
    return rows;
  }

  /** Hours and minutes; seconds below an hour. */
  public String time(Duration duration) {
    return duration == null
        ? "—"
        : duration.toHours() > 0
            ? words.say("alarm-times.hours", duration.toHours(), duration.toMinutesPart())
            : words.say("alarm-times.minutes", duration.toMinutes(), duration.toSecondsPart());
  }
}
