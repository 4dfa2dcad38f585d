package cn.ecogate.web.alarm;

import cn.ecogate.alarm.boundary.AlarmChannels;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmChannel;
import cn.ecogate.alarm.entity.AlarmPlan;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who is told of alarms outside the house, and when an alarm climbs. */
@Named
@ViewScoped
public class ChannelsScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient AlarmChannels channels;
  @Inject transient Complaint complaint;

  private final List<Step> steps = new ArrayList<>();

  /** One severity's row of the plan, as it is typed. */
  public static class Step implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Alarm.Severity severity;
    private int toOfficer;
    private int toAdministrator;

    Step(Alarm.Severity severity, AlarmPlan.Steps now) {
      this.severity = severity;
      this.toOfficer = now.toOfficer();
      this.toAdministrator = now.toAdministrator();
    }

    public Alarm.Severity getSeverity() {
      return severity;
    }

    public int getToOfficer() {
      return toOfficer;
    }

    public void setToOfficer(int minutes) {
      toOfficer = minutes;
    }

    public int getToAdministrator() {
      return toAdministrator;
    }

    public void setToAdministrator(int minutes) {
      toAdministrator = minutes;
    }
  }

  @PostConstruct
  void read() {
    channels.plan().steps().forEach((severity, now) -> steps.add(new Step(severity, now)));
  }

  public List<AlarmChannel> getRows() {
    return channels.all();
  }

  public List<Step> getSteps() {
    return steps;
  }

  public void savePlan() {
    Map<Alarm.Severity, AlarmPlan.Steps> wanted = new EnumMap<>(Alarm.Severity.class);
    steps.forEach(
        step ->
            wanted.put(
                step.getSeverity(),
                new AlarmPlan.Steps(step.getToOfficer(), step.getToAdministrator())));
    try {
      channels.change(new AlarmPlan(wanted));
      complaint.praise("channels.plan.saved");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }
}
