package cn.ecogate.adapter.api.catalogue;

import cn.ecogate.adapter.api.DeviceSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Devices beside one another: who shares an address, and what on it is already taken. */
final class SharedLines {

  private final Set<String> ids = new HashSet<>();
  private final Map<String, List<DeviceSpec>> neighbours = new HashMap<>();

  /** Whose a thing is: device and setting. */
  private final Map<String, String> owners = new HashMap<>();

  /** What that device, well in itself, asks for and may not have. */
  List<Fault> add(DeviceSpec spec) {
    List<Fault> faults = new ArrayList<>();
    if (!ids.add(spec.id())) {
      faults.add(fault(spec, "id", "编号重复，请改为不同的编号", "is another device's id; give it another one"));
      return faults;
    }
    Address address = address(spec);
    List<DeviceSpec> others = neighbours.computeIfAbsent(address.line(), line -> new ArrayList<>());
    others.stream().findFirst().ifPresent(first -> compare(spec, first, faults));
    others.add(spec);
    for (Exclusive exclusive : card(spec).exclusives()) {
      claim(spec, address, exclusive, faults);
    }
    return faults;
  }

  private static void compare(DeviceSpec spec, DeviceSpec first, List<Fault> faults) {
    DriverCard card = card(spec);
    boolean alone =
        card.exclusives().contains(Exclusive.LINE)
            || card(first).exclusives().contains(Exclusive.LINE);
    if (alone || !card.line().equals(card(first).line())) {
      faults.add(
          fault(
              spec,
              "address",
              "已由 " + first.id() + "（" + first.driver() + "）使用，驱动 " + spec.driver() + " 不能与它共用一条链路",
              "is used by "
                  + first.id()
                  + " ("
                  + first.driver()
                  + "), which cannot share a link with "
                  + spec.driver()));
    } else if (address(spec).baud() != address(first).baud()) {
      faults.add(
          fault(
              spec,
              "address",
              "波特率与 " + first.id() + " 的不同，同一串口只能有一个",
              first.id() + " has another baud rate; a serial port has one"));
    } else if (card.login() == Login.ACCOUNT
        && card(first).login() == Login.ACCOUNT
        && !(spec.user().equals(first.user()) && spec.password().equals(first.password()))) {
      faults.add(
          fault(
              spec,
              "user",
              "与 " + first.id() + " 同一地址，用户名和密码也应相同",
              first.id() + " is at the same address: give the same user and password"));
    }
  }

  private void claim(DeviceSpec spec, Address address, Exclusive exclusive, List<Fault> faults) {
    Settings told = Settings.of(spec);
    StringBuilder place = new StringBuilder(address.line());
    exclusive.within().forEach(name -> place.append(' ').append(canonical(told.text(name))));
    if (exclusive.settings().isEmpty() && !exclusive.equals(Exclusive.LINE)) {
      String owner = owners.putIfAbsent(place + " " + exclusive.thing().english(), spec.id());
      if (owner != null) {
        faults.add(
            fault(
                spec,
                "address",
                "同一地址只能有一台" + exclusive.thing().chinese() + "，已有 " + owner,
                "there is one "
                    + exclusive.thing().english()
                    + " at an address, and it is "
                    + owner));
      }
    }
    for (String name : exclusive.settings()) {
      told.given(name)
          .ifPresent(
              value -> {
                String thing = place + " " + exclusive.thing().english() + " " + canonical(value);
                String owner = owners.putIfAbsent(thing, spec.id() + " " + name);
                if (owner != null) {
                  faults.add(
                      fault(
                          spec,
                          name,
                          exclusive.thing().chinese()
                              + " "
                              + value
                              + " 已用于 "
                              + owner
                              + "，请核对接线，换一个编号",
                          exclusive.thing().english()
                              + " "
                              + value
                              + " is already "
                              + owner
                              + "; check the wiring and give another number"));
                }
              });
    }
  }

  /** 00 and 0 are the same coil. */
  private static String canonical(String value) {
    return value.matches("0*\\d{1,9}") ? String.valueOf(Integer.parseInt(value)) : value;
  }

  private static Address address(DeviceSpec spec) {
    return Address.read(spec.address()).orElseThrow();
  }

  private static DriverCard card(DeviceSpec spec) {
    return Catalogue.card(spec.driver()).orElseThrow();
  }

  private static Fault fault(DeviceSpec spec, String field, String chinese, String english) {
    return new Fault(spec.id(), field, new Label(chinese, english));
  }
}
