package cn.ecogate.web.alarm;

import cn.ecogate.alarm.boundary.Alarms;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmFilter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * What platforms have sent down and nobody here has acknowledged: guards read it beside their
 * lanes. It goes by itself, or when somebody acknowledges it.
 */
@Named
@RequestScoped
public class Notices {

  private static final int MOST = 5;

  private static final List<Alarm.Kind> KINDS =
      List.of(Alarm.Kind.STRATEGY_RECEIVED, Alarm.Kind.VIOLATION_RECEIVED, Alarm.Kind.LIST_CHANGED);

  @Inject Alarms alarms;

  private List<Alarm> list;

  public List<Alarm> getList() {
    if (list == null) {
      list = KINDS.stream().flatMap(kind -> of(kind).stream()).limit(MOST).toList();
    }
    return list;
  }

  private List<Alarm> of(Alarm.Kind kind) {
    return alarms
        .find(new AlarmFilter(AlarmFilter.Which.UNACKNOWLEDGED, kind, null), null, MOST)
        .rows();
  }
}
