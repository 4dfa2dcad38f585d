package cn.ecogate.adapter.api.catalogue;

import cn.ecogate.adapter.api.DeviceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One device against its driver's card. */
final class DeviceCheck {

  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]+");

  private final DeviceSpec spec;
  private final DriverCard card;
  private final List<Fault> faults = new ArrayList<>();

  private DeviceCheck(DeviceSpec spec, DriverCard card) {
    this.spec = spec;
    this.card = card;
  }

  static List<Fault> faults(DeviceSpec spec) {
    Optional<DriverCard> card = Catalogue.card(spec.driver());
    if (card.isEmpty()) {
      String all = Catalogue.names(Catalogue.cards());
      return List.of(
          new Fault(
              spec.id(),
              "driver",
              new Label(
                  "没有驱动“" + spec.driver() + "”，可用：" + all,
                  "there is no driver " + spec.driver() + "; there are " + all)));
    }
    return new DeviceCheck(spec, card.get()).all();
  }

  private List<Fault> all() {
    if (spec.id().isBlank()) {
      fault("id", "每个设备都要有编号", "every device has an id");
    }
    checkAddress();
    checkLogin();
    checkNames();
    card.settings().forEach(this::check);
    if (faults.isEmpty()) {
      Settings told = Settings.of(card, spec.settings());
      card.conditions().stream()
          .filter(condition -> !condition.holds().test(told))
          .forEach(broken -> faults.add(new Fault(spec.id(), broken.field(), broken.words())));
    }
    return faults;
  }

  private void checkAddress() {
    boolean fits =
        Address.read(spec.address())
            .map(Address::kind)
            .filter(card.schemes()::contains)
            .isPresent();
    if (!fits) {
      // Whoever puts a password into the address would read it in the log.
      String shown = spec.address().contains("@") ? "…" : spec.address();
      fault(
          "address",
          "应为如下形式：" + card.addressForms() + "，现为 \"" + shown + "\"",
          "must be of the form " + card.addressForms() + ", is \"" + shown + "\"");
    }
  }

  private void checkLogin() {
    boolean user = !spec.user().isEmpty();
    boolean password = !spec.password().isEmpty();
    if (card.login() == Login.ACCOUNT && user != password) {
      fault(
          user ? "password" : "user",
          "user 和 password 要么都写，要么都不写",
          "user and password are either both given or both left out");
    }
    if (card.login() != Login.ACCOUNT && user) {
      fault("user", "驱动 " + card.name() + " 不用用户名，请删去", card.name() + " has no user; remove it");
    }
    if (card.login() == Login.NONE && password) {
      fault(
          "password",
          "驱动 " + card.name() + " 不用密码，请删去",
          card.name() + " has no password; remove it");
    }
    if (card.login() == Login.SECRET
        && (spec.password().length() < Login.SHORTEST_SECRET
            || !SECRET.matcher(spec.password()).matches())) {
      fault(
          "password",
          "应为至少 " + Login.SHORTEST_SECRET + " 个字母、数字、- 或 _，它是摄像机推送地址的一部分",
          "must be at least "
              + Login.SHORTEST_SECRET
              + " letters, digits, - or _; it is a part of the address the device calls");
    }
  }

  private void checkNames() {
    for (String name : new TreeSet<>(spec.settings().keySet())) {
      if (card.setting(name).isEmpty()) {
        String all = String.join(", ", card.settingNames());
        fault(
            name,
            "驱动 " + card.name() + " 没有这个设置，可用：" + all,
            card.name() + " has no such setting; there are " + all);
      }
    }
  }

  private void check(Setting setting) {
    String told = spec.settings().getOrDefault(setting.name(), "").strip();
    if (told.isEmpty()) {
      if (setting.required()) {
        fault(setting.name(), "缺少这个必填项，请补上", "is required and missing; please add it");
      }
    } else if (!setting.type().admits(told)) {
      Label demand = setting.type().demand();
      fault(
          setting.name(),
          "应为" + demand.chinese() + "，现为 \"" + told + "\"",
          "must be " + demand.english() + ", is \"" + told + "\"");
    }
  }

  private void fault(String field, String chinese, String english) {
    faults.add(new Fault(spec.id(), field, new Label(chinese, english)));
  }
}
