package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The devices asked for, checked as a whole and sorted by the link they share. */
final class SitePlan {

  static final String CAMERA = "hikvision-stream";
  static final String RELAY = "modbus-relay";
  static final String BOARD = "parking-board";

  private static final Set<String> CAMERA_SETTINGS = Set.of("channel", "zone");
  private static final Set<String> RELAY_SETTINGS =
      Set.of(
          "unit",
          "timing",
          "pulse-ms",
          "open-coil",
          "close-coil",
          "loop-input",
          "up-input",
          "down-input");
  private static final Set<String> BOARD_SETTINGS = Set.of("board", "lines");

  /** A link that only has to be there: its address, and who hangs on it. */
  record Branch(Address address, List<DeviceSpec> devices) {}

  private final Map<String, Branch> branches = new LinkedHashMap<>();

  private SitePlan() {}

  static SitePlan of(Collection<DeviceSpec> specs) throws GateException {
    SitePlan plan = new SitePlan();
    Set<String> ids = new HashSet<>();
    for (DeviceSpec spec : specs) {
      if (spec.id() == null || spec.id().isBlank()) {
        throw new GateException("有一个设备没有编号（" + spec.driver() + "，" + spec.address() + "）");
      }
      if (!ids.add(spec.id())) {
        throw new Settings(spec).refusal("编号重复，请改为不同的编号");
      }
      plan.add(spec, address(spec));
    }
    for (Branch branch : plan.branches.values()) {
      checkTerminals(branch);
      checkCameras(branch);
    }
    return plan;
  }

  Map<String, Branch> branches() {
    return branches;
  }

  private void add(DeviceSpec spec, Address address) throws GateException {
    check(spec);
    String key =
        address.kind() == Address.Kind.SERIAL
            ? "serial:" + address.path()
            : address.kind() + ":" + address.host() + ":" + address.port();
    Branch branch = branches.computeIfAbsent(key, k -> new Branch(address, new ArrayList<>()));
    if (branch.address().baud() != address.baud()) {
      throw new Settings(spec)
          .refusal(
              "串口 " + address.path() + " 的波特率与 " + branch.devices().get(0).id() + " 的不同，同一串口只能有一个");
    }
    branch.devices().add(spec);
  }

  private static Address address(DeviceSpec spec) throws GateException {
    Settings settings = new Settings(spec);
    boolean camera = CAMERA.equals(spec.driver());
    if (!camera && !RELAY.equals(spec.driver()) && !BOARD.equals(spec.driver())) {
      throw settings.refusal(
          "没有驱动“" + spec.driver() + "”，可用的有 " + String.join("、", CAMERA, RELAY, BOARD));
    }
    Address address =
        Address.read(spec.address() == null ? "" : spec.address())
            .orElseThrow(
                () ->
                    settings.refusal(
                        "地址“"
                            + spec.address()
                            + "”无法使用，应形如 "
                            + (camera
                                ? "http://192.168.1.64:80"
                                : "tcp://192.168.1.20:502 或 serial:/dev/ttyUSB0?baud=9600")));
    if (camera != (address.kind() == Address.Kind.HTTP)) {
      throw settings.refusal(
          camera
              ? "驱动 " + CAMERA + " 的地址应以 http:// 开头"
              : "驱动 " + spec.driver() + " 的地址应以 tcp:// 或 serial: 开头");
    }
    return address;
  }

  private static void check(DeviceSpec spec) throws GateException {
    if (CAMERA.equals(spec.driver())) {
      new Settings(spec).only(CAMERA_SETTINGS);
      channel(spec);
      zone(spec);
    } else if (RELAY.equals(spec.driver())) {
      new Settings(spec).only(RELAY_SETTINGS);
      wiring(spec);
    } else {
      new Settings(spec).only(BOARD_SETTINGS);
      board(spec);
      lines(spec);
    }
  }

  static int channel(DeviceSpec spec) throws GateException {
    return new Settings(spec).number("channel", 1, 64, 1);
  }

  static ZoneId zone(DeviceSpec spec) throws GateException {
    return new Settings(spec).zone("zone", "Asia/Shanghai");
  }

  static int board(DeviceSpec spec) throws GateException {
    return new Settings(spec).number("board", 0, 255, 0);
  }

  static int lines(DeviceSpec spec) throws GateException {
    return new Settings(spec).number("lines", 1, 8, 4);
  }

  static Wiring wiring(DeviceSpec spec) throws GateException {
    Settings settings = new Settings(spec);
    String timing = settings.word("timing", Set.of("board-timed", "on-wait-off"), "board-timed");
    Wiring wiring =
        new Wiring(
            settings.number("unit", 1, 247, 1),
            timing.equals("board-timed") ? Wiring.Timing.BOARD_TIMED : Wiring.Timing.ON_WAIT_OFF,
            settings.number("pulse-ms", 100, 5_000, 700),
            settings.required("open-coil", 0, 255),
            settings.number("close-coil", 0, 255),
            settings.number("loop-input", 0, 255),
            settings.number("up-input", 0, 255),
            settings.number("down-input", 0, 255));
    if (wiring.timing() == Wiring.Timing.BOARD_TIMED && wiring.pulseMillis() % 100 != 0) {
      throw settings.refusal(
          "设置 pulse-ms 应为 100 的倍数（板载定时以 0.1 秒计），现为“" + wiring.pulseMillis() + "”");
    }
    return wiring;
  }

  /** Two buttons on one coil, or two meanings of one input, would open the wrong gate. */
  private static void checkTerminals(Branch branch) throws GateException {
    Map<String, String> users = new HashMap<>();
    for (DeviceSpec spec : branch.devices()) {
      if (!RELAY.equals(spec.driver())) {
        continue;
      }
      Wiring wiring = wiring(spec);
      claim(
          users, spec, wiring.unit(), "线圈", OptionalInt.of(wiring.openCoil()), wiring.closeCoil());
      claim(
          users,
          spec,
          wiring.unit(),
          "输入",
          wiring.loopInput(),
          wiring.upInput(),
          wiring.downInput());
    }
  }

  private static void claim(
      Map<String, String> users, DeviceSpec spec, int unit, String sort, OptionalInt... terminals)
      throws GateException {
    for (int terminal : Stream.of(terminals).flatMapToInt(OptionalInt::stream).toArray()) {
      String other = users.putIfAbsent(unit + sort + terminal, spec.id());
      if (other != null) {
        throw new Settings(spec)
            .refusal(
                sort
                    + " "
                    + terminal
                    + (other.equals(spec.id()) ? " 用了两次" : " 已被 " + other + " 占用")
                    + "，请核对接线");
      }
    }
  }

  private static void checkCameras(Branch branch) throws GateException {
    Map<Integer, String> channels = new HashMap<>();
    DeviceSpec first = branch.devices().get(0);
    for (DeviceSpec spec : branch.devices()) {
      if (!CAMERA.equals(spec.driver())) {
        continue;
      }
      if (!spec.user().equals(first.user()) || !spec.password().equals(first.password())) {
        throw new Settings(spec).refusal("与 " + first.id() + " 同一地址，用户名和密码也应相同");
      }
      String other = channels.putIfAbsent(channel(spec), spec.id());
      if (other != null) {
        throw new Settings(spec).refusal("与 " + other + " 同一地址、同一通道，请设置不同的 channel");
      }
    }
  }
}
