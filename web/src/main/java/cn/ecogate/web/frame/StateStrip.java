package cn.ecogate.web.frame;

import cn.ecogate.alarm.boundary.Alarms;
import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Enterprise;
import cn.ecogate.strategy.boundary.Strategies;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.uplink.boundary.Uploads;
import cn.ecogate.uplink.entity.PlatformStatus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** The state of the day on top of every page: what is in force, the platforms, what is broken. */
@Named("strip")
@RequestScoped
public class StateStrip {

  @Inject Strategies strategies;
  @Inject Uploads uploads;
  @Inject DeviceWatch watch;
  @Inject Alarms alarms;
  @Inject SiteBook book;
  @Inject Clock clock;

  private List<ControlStrategy> inForce;
  private List<PlatformStatus> platforms;
  private List<DeviceStatus> devices;
  private Long standing;

  public Enterprise getEnterprise() {
    return book.site().enterprise();
  }

  /** The strictest strategy in force, null if there is none. */
  public ControlStrategy getStrategy() {
    return inForce().isEmpty() ? null : inForce().get(0);
  }

  /** How many more are in force beside the strictest. */
  public int getOthers() {
    return Math.max(0, inForce().size() - 1);
  }

  /** All of them, a line each, for whoever points at the strip. */
  public String getMeasures() {
    return inForce().stream()
        .map(one -> one.name() + "：" + one.measure())
        .collect(Collectors.joining("\n"));
  }

  private List<ControlStrategy> inForce() {
    inForce = inForce == null ? strategies.inForce(clock.instant()) : inForce;
    return inForce;
  }

  public List<PlatformStatus> getPlatforms() {
    platforms = platforms == null ? uploads.platforms() : platforms;
    return platforms;
  }

  /** The name of the platform with that id. */
  public String platform(String id) {
    return getPlatforms().stream()
        .filter(p -> p.platformId().equals(id))
        .findFirst()
        .map(PlatformStatus::name)
        .orElse(id);
  }

  public int getDevices() {
    return devices().size();
  }

  public long getDown() {
    return devices().stream().filter(d -> d.link() == DeviceStatus.Link.DOWN).count();
  }

  /** How many alarms stand. */
  public long getAlarms() {
    standing = standing == null ? alarms.standing() : standing;
    return standing;
  }

  private List<DeviceStatus> devices() {
    devices = devices == null ? watch.devices() : devices;
    return devices;
  }
}
