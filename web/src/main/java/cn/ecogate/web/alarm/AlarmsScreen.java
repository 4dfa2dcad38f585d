package cn.ecogate.web.alarm;

import cn.ecogate.alarm.boundary.Alarms;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmFilter;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import cn.ecogate.web.frame.Address;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The alarms that fit the filters in the address; those that still stand if it says nothing. */
@Named
@RequestScoped
public class AlarmsScreen {

  private static final int ROWS = 50;

  /** The address's word for "also those that are over". */
  private static final String ALL = "ALL";

  @Inject HttpServletRequest request;
  @Inject Alarms alarms;

  private Address address;
  private Slice<Alarm> slice;

  @PostConstruct
  void read() {
    address = Address.read("/alarms.xhtml", request.getParameterMap(), "which", "kind", "subject");
  }

  public Address getAddress() {
    return address;
  }

  /** What the field of the filter shows. */
  public String getWhich() {
    return address.has("which") ? address.get("which") : AlarmFilter.Which.STANDING.name();
  }

  public long getCount() {
    return alarms.count(filter());
  }

  public List<Alarm> getRows() {
    return slice().rows();
  }

  public Optional<String> getMore() {
    return slice().next().map(cursor -> address.with("cursor", cursor).link());
  }

  /** Where its cause can be looked at. */
  public String cause(Alarm alarm) {
    return switch (alarm.getKind()) {
      case UNEXPLAINED_LIFT, OPENED_NOT_PASSED ->
          "/barriers.xhtml?lane=" + alarm.getSubject() + "&kind=" + alarm.getKind();
      case BARRIER_LOCKED -> "/barrier.xhtml?lane=" + alarm.getSubject();
      case PROMISE_OVERDUE -> "/passage.xhtml?serial=" + alarm.getSubject();
      case EXPLANATION_OVERDUE -> "/lifts.xhtml?which=OVERDUE&lane=" + alarm.getSubject();
      case DEVICE_SILENT -> "/devices.xhtml#" + alarm.getSubject();
      case LISTED_VEHICLE, AGAINST_STRATEGY, SECOND_ENTRANCE, EXIT_WITHOUT_ENTRANCE ->
          "/passages.xhtml?plate=" + plate(alarm.getSubject());
      case ORDER_IN_WORDS -> "/strategy.xhtml?id=" + alarm.getSubject();
      case MISSED_UPLOAD -> "/uploads.xhtml?only=GAP&platform=" + alarm.getSubject();
      case STRATEGY_RECEIVED -> "/received.xhtml?kind=STRATEGY";
      case LIST_CHANGED -> "/received.xhtml?kind=EXCEEDING";
      case VIOLATION_RECEIVED -> "/violations.xhtml";
      case LIST_OLD -> "/received.xhtml?platform=" + alarm.getSubject();
    };
  }

  /** Without the colour in brackets. */
  private static String plate(String vehicle) {
    int bracket = vehicle.indexOf('（');
    return URLEncoder.encode(
        bracket < 0 ? vehicle : vehicle.substring(0, bracket), StandardCharsets.UTF_8);
  }

  private AlarmFilter filter() {
    AlarmFilter.Which which =
        address
            .constant("which", AlarmFilter.Which.class)
            .orElse(ALL.equals(address.get("which")) ? null : AlarmFilter.Which.STANDING);
    return new AlarmFilter(
        which, address.constant("kind", Alarm.Kind.class).orElse(null), address.get("subject"));
  }

  private Slice<Alarm> slice() {
    if (slice == null) {
      try {
        slice = alarms.find(filter(), request.getParameter("cursor"), ROWS);
      } catch (Rejected notACursor) {
        slice = alarms.find(filter(), null, ROWS);
      }
    }
    return slice;
  }
}
