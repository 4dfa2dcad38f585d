package cn.ecogate.web.device;

import cn.ecogate.adapter.api.catalogue.Catalogue;
import cn.ecogate.adapter.api.catalogue.DriverCard;
import cn.ecogate.adapter.api.catalogue.Login;
import cn.ecogate.adapter.api.catalogue.Setting;
import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.device.boundary.NoticeKeeper;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.device.entity.Findings;
import cn.ecogate.device.entity.Posted;
import cn.ecogate.site.boundary.DeviceBook;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Amendment;
import cn.ecogate.site.entity.Device;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Complaint;
import cn.ecogate.web.frame.Words;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** One device: how it is, what it said last that nobody understood, how it is described. */
@Named
@ViewScoped
public class DeviceScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient DeviceWatch watch;
  @Inject transient NoticeKeeper notices;
  @Inject transient DeviceBook book;
  @Inject transient SiteBook siteBook;
  @Inject transient ExternalContext context;
  @Inject transient Complaint complaint;
  @Inject transient Words words;

  private String id;
  private long version;

  /** A setting as the device has it. */
  public record Told(Setting setting, String value, boolean usual) {}

  @PostConstruct
  void read() {
    id = context.getRequestParameterMap().getOrDefault("id", "");
    version = amendment().map(Amendment::version).orElse(0L);
    if (isMissing()) {
      context.setResponseStatus(404);
    }
  }

  public boolean isMissing() {
    return getStatus() == null;
  }

  /** Null if the site has no such device. */
  public DeviceStatus getStatus() {
    return watch.device(id).orElse(null);
  }

  public boolean isNoticeBoard() {
    return getStatus().device().kind() == Device.Kind.NOTICE_BOARD;
  }

  /** What a notice board shows; null before it was told anything. */
  public Posted getPosted() {
    return notices.posted(getStatus().lane().id()).orElse(null);
  }

  public Findings getFindings() {
    return watch.findings(id);
  }

  public DriverCard getCard() {
    return Catalogue.card(getStatus().device().driver()).orElseThrow();
  }

  /** Every setting of the driver; where nothing was said, what holds otherwise. */
  public List<Told> getSettings() {
    Device device = getStatus().device();
    return getCard().settings().stream()
        .map(
            setting ->
                new Told(
                    setting,
                    device.settings().getOrDefault(setting.name(), setting.otherwise()),
                    !device.settings().containsKey(setting.name())))
        .toList();
  }

  public boolean isWithLogin() {
    return getCard().login() != Login.NONE;
  }

  /** Camera and barrier cannot be taken away. */
  public boolean isRemovable() {
    Device.Kind kind = getStatus().device().kind();
    return kind != Device.Kind.CAMERA && kind != Device.Kind.BARRIER;
  }

  /** Null if it is as the site file has it. */
  public Amendment getAmendment() {
    return amendment().filter(one -> one.state() != Amendment.State.FILE).orElse(null);
  }

  public void remove() throws IOException {
    DeviceStatus status = getStatus();
    try {
      book.remove(status.lane().id(), status.device().kind(), version);
      complaint.praiseNext(
          "device.removed", status.lane().name(), words.of(status.device().kind()));
      context.redirect("/devices.xhtml");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  public void followFile() throws IOException {
    DeviceStatus status = getStatus();
    try {
      book.followFile(status.lane().id(), status.device().kind(), version);
      complaint.praiseNext("device.follows-file");
      context.redirect(watch.device(id).isPresent() ? "/device.xhtml?id=" + id : "/devices.xhtml");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  private Optional<Amendment> amendment() {
    return siteBook.amendment(id);
  }
}
