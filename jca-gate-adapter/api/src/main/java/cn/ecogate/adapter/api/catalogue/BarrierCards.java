package cn.ecogate.adapter.api.catalogue;

import static cn.ecogate.adapter.api.catalogue.Setting.optional;
import static cn.ecogate.adapter.api.catalogue.Setting.preset;
import static cn.ecogate.adapter.api.catalogue.Setting.required;

import cn.ecogate.adapter.api.catalogue.SettingType.Choice;
import cn.ecogate.adapter.api.catalogue.SettingType.OneOf;
import cn.ecogate.adapter.api.catalogue.SettingType.Whole;
import java.util.List;

/** The barriers. */
final class BarrierCards {

  private static final SettingType TERMINAL = new Whole(0, 255);
  private static final String BOARD_TIMED = "board-timed";

  /** Read by the application: how long a driver has. */
  private static final Setting PASS_WITHIN =
      preset(
          "pass-within-s",
          new Whole(5, 600),
          "30",
          "抬杆后多少秒内应有车压地感",
          "seconds to drive onto the loop after an opening");

  /** A camera does not tell what stands under the boom. */
  private static final Setting CLOSE =
      preset(
          "close",
          new OneOf(
              List.of(
                  new Choice("never", "不由本系统落杆", "never lowered from here"),
                  new Choice(
                      "camera-guards",
                      "可以落杆，防砸由道闸保证",
                      "lowered on command; the barrier itself guards what stands under it"))),
          "never",
          "落杆",
          "lowering");

  private static final DriverCard MODBUS_RELAY =
      new DriverCard(
          "modbus-relay",
          DeviceKind.BARRIER,
          new Label("Modbus RTU 继电器板", "Modbus RTU relay board"),
          "bus",
          List.of(Address.Kind.TCP, Address.Kind.SERIAL),
          Login.NONE,
          List.of(
              // 247 is the last address the Modbus specification leaves to a station.
              preset("unit", new Whole(1, 247), "1", "站号", "station number"),
              preset(
                  "timing",
                  new OneOf(
                      List.of(
                          new Choice(BOARD_TIMED, "板上定时", "the board itself"),
                          new Choice("on-wait-off", "先吸合再断开", "EcoGate switches on and off"))),
                  BOARD_TIMED,
                  "脉冲由谁结束",
                  "who ends the pulse"),
              preset("pulse-ms", new Whole(100, 5_000), "700", "脉冲时长（毫秒）", "pulse (ms)"),
              required("open-coil", TERMINAL, "抬杆线圈", "coil of the open button"),
              optional("close-coil", TERMINAL, "落杆线圈", "coil of the close button"),
              optional("loop-input", TERMINAL, "地感输入", "input of the loop"),
              optional("up-input", TERMINAL, "开到位输入", "input of the upper limit"),
              optional("down-input", TERMINAL, "关到位输入", "input of the lower limit"),
              PASS_WITHIN),
          List.of(
              new Exclusive(
                  new Label("线圈", "coil"), List.of("open-coil", "close-coil"), List.of("unit")),
              new Exclusive(
                  new Label("输入", "input"),
                  List.of("loop-input", "up-input", "down-input"),
                  List.of("unit"))),
          List.of(
              new Condition(
                  "pulse-ms",
                  told ->
                      !told.text("timing").equals(BOARD_TIMED)
                          || told.number("pulse-ms") % 100 == 0,
                  new Label(
                      "板上定时以 0.1 秒计，应为 100 的倍数",
                      "a board times in tenths of a second: give a multiple of 100"))));

  private static final DriverCard DAHUA_BARRIER =
      new DriverCard(
          "dahua-barrier",
          DeviceKind.BARRIER,
          new Label("大华摄像机控制的道闸", "barrier on a Dahua camera"),
          "dahua",
          List.of(Address.Kind.HTTP),
          Login.ACCOUNT,
          List.of(
              preset("channel", new Whole(1, 64), "1", "通道号", "channel"),
              preset("timeout", new Whole(1, 30), "10", "等待应答（秒）", "wait for an answer (s)"),
              CLOSE),
          List.of(Exclusive.of("道闸通道", "barrier channel", "channel")),
          List.of());

  private static final DriverCard HIKVISION_BARRIER =
      new DriverCard(
          "hikvision-barrier",
          DeviceKind.BARRIER,
          new Label("海康摄像机控制的道闸", "barrier on a Hikvision camera"),
          "hikvision",
          List.of(Address.Kind.HTTP),
          Login.ACCOUNT,
          List.of(
              preset("channel", new Whole(1, 64), "1", "通道号", "channel"),
              preset("timeout", new Whole(1, 30), "5", "等待应答（秒）", "wait for an answer (s)"),
              CLOSE),
          List.of(Exclusive.of("道闸通道", "barrier channel", "channel")),
          List.of());

  private static final SettingType GPIO = new Whole(0, 3);

  private static final DriverCard VZENITH_BARRIER =
      new DriverCard(
          "vzenith-barrier",
          DeviceKind.BARRIER,
          new Label("臻识摄像机控制的道闸", "barrier on a Vzenith camera"),
          "vzenith",
          List.of(Address.Kind.TCP),
          Login.ACCOUNT,
          List.of(
              preset("open-output", GPIO, "0", "抬杆输出", "output of the open button"),
              optional("close-output", GPIO, "落杆输出", "output of the close button"),
              preset("pulse-ms", new Whole(100, 5_000), "500", "脉冲时长（毫秒）", "pulse (ms)"),
              optional("loop-input", GPIO, "地感输入", "input of the loop"),
              optional("up-input", GPIO, "开到位输入", "input of the upper limit"),
              optional("down-input", GPIO, "关到位输入", "input of the lower limit"),
              preset("active-level", new Whole(0, 1), "1", "输入有效电平", "level of an active input"),
              PASS_WITHIN),
          List.of(
              new Exclusive(
                  new Label("输出", "output"), List.of("open-output", "close-output"), List.of()),
              new Exclusive(
                  new Label("输入", "input"),
                  List.of("loop-input", "up-input", "down-input"),
                  List.of())),
          List.of());

  static final List<DriverCard> ALL =
      List.of(
          MODBUS_RELAY, HIKVISION_BARRIER, DAHUA_BARRIER, VZENITH_BARRIER
          // One driver a line.
          );

  private BarrierCards() {}
}
