package cn.ecogate.web.device;

import cn.ecogate.adapter.api.catalogue.Catalogue;
import cn.ecogate.adapter.api.catalogue.DeviceKind;
import cn.ecogate.adapter.api.catalogue.DriverCard;
import cn.ecogate.adapter.api.catalogue.Fault;
import cn.ecogate.adapter.api.catalogue.Login;
import cn.ecogate.adapter.api.catalogue.Setting;
import cn.ecogate.site.boundary.DeviceBook;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Amendment;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.DeviceDraft;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Complaint;
import cn.ecogate.web.frame.Preferences;
import cn.ecogate.web.frame.Words;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A device added or changed: the driver's card says what is asked. A password is never shown. */
@Named
@ViewScoped
public class DeviceForm implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient DeviceBook book;
  @Inject transient SiteBook siteBook;
  @Inject transient ExternalContext context;
  @Inject transient Complaint complaint;
  @Inject transient Preferences prefs;
  @Inject transient Words words;

  private String laneId;
  private Device.Kind kind;
  private String driver;
  private long version;
  private boolean fresh;
  private boolean passwordSet;

  private String address;
  private String user;
  private String password;
  private final Map<String, String> settings = new HashMap<>();

  @PostConstruct
  void read() {
    Address asked =
        Address.read("", context.getRequestParameterValuesMap(), "lane", "kind", "driver");
    laneId = asked.get("lane");
    kind = asked.constant("kind", Device.Kind.class).orElse(null);
    if (isMissing()) {
      context.setResponseStatus(404);
      return;
    }
    String id = kind.deviceId(laneId);
    Optional<Device> device = lane().flatMap(lane -> lane.device(kind));
    version = siteBook.amendment(id).map(Amendment::version).orElse(0L);
    fresh = device.isEmpty();
    driver = driver(asked.get("driver"), device);
    device.ifPresent(this::show);
  }

  /** The one chosen, else the one it has, else the first there is. */
  private String driver(String chosen, Optional<Device> device) {
    return getCards().stream()
        .map(DriverCard::name)
        .filter(name -> name.equals(chosen))
        .findFirst()
        .or(() -> device.map(Device::driver))
        .or(() -> getCards().stream().map(DriverCard::name).findFirst())
        .orElse("");
  }

  private void show(Device device) {
    address = device.address();
    user = device.user();
    passwordSet = !device.password().isEmpty();
    getCard().settingNames().forEach(name -> settings.put(name, device.settings().get(name)));
  }

  private Optional<Lane> lane() {
    return siteBook.site().lane(laneId);
  }

  /** Checks all of it, then keeps it; every mistake stands at its field. */
  public void save() throws IOException {
    DeviceDraft draft =
        new DeviceDraft(laneId, kind, driver, address, user, password, settings, version);
    try {
      List<Fault> faults = book.faults(draft);
      faults.forEach(fault -> complaint.show(fault.field(), fault.words().in(prefs.getLocale())));
      if (faults.isEmpty()) {
        book.keep(draft);
        complaint.praiseNext("device.saved", lane().orElseThrow().name(), words.of(kind));
        context.redirect("/device.xhtml?id=" + draft.deviceId());
      }
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  /** What is asked for and what holds if nothing is said. */
  public String hint(Setting setting) {
    String demand = setting.type().demand().in(prefs.getLocale()).strip();
    return setting.otherwise().isEmpty()
        ? demand
        : words.say("device.usual", demand, setting.otherwise());
  }

  /** For a list of words, whose first line says what holds if none is chosen. */
  public String choice(Setting setting) {
    return setting.type().choices().stream()
        .filter(choice -> choice.word().equals(setting.otherwise()))
        .findFirst()
        .map(choice -> words.say("device.usual-choice", choice.label().in(prefs.getLocale())))
        .orElseGet(() -> words.say("form.choose"));
  }

  public boolean isMissing() {
    return kind == null || lane().isEmpty();
  }

  public boolean isFresh() {
    return fresh;
  }

  public Lane getLane() {
    return lane().orElseThrow();
  }

  public Device.Kind getKind() {
    return kind;
  }

  public String getDeviceId() {
    return kind.deviceId(laneId);
  }

  public String getDriver() {
    return driver;
  }

  /** The drivers to choose from. */
  public List<DriverCard> getCards() {
    return Catalogue.cards(DeviceKind.valueOf(kind.name()));
  }

  public DriverCard getCard() {
    return Catalogue.card(driver).orElseThrow();
  }

  public boolean isWithAccount() {
    return getCard().login() == Login.ACCOUNT;
  }

  public boolean isWithSecret() {
    return getCard().login() == Login.SECRET;
  }

  public boolean isPasswordSet() {
    return passwordSet;
  }

  public Map<String, String> getSettings() {
    return settings;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user;
  }

  /** Never what is kept: only what was just typed. */
  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
