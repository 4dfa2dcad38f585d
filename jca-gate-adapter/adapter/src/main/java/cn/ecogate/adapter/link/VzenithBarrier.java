package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateCommand.CloseBarrier;
import cn.ecogate.adapter.api.GateCommand.LockClosed;
import cn.ecogate.adapter.api.GateCommand.LockOpen;
import cn.ecogate.adapter.api.GateCommand.OpenBarrier;
import cn.ecogate.adapter.api.GateCommand.Unlock;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.catalogue.Settings;
import cn.ecogate.adapter.wire.JsonTree;
import cn.ecogate.adapter.wire.VzenithTalk;
import java.io.IOException;
import java.time.Clock;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** A barrier on a Vzenith camera's outputs, its loop and limits on the camera's inputs. */
final class VzenithBarrier {

  private static final int FREE = 0;
  private static final int HELD_ON = 1;
  private static final int HELD_OFF = 2;

  private final String deviceId;
  private final VzenithLine line;
  private final Gauge gauge;
  private final Clock clock;
  private final Timings timings;
  private final Wiring wiring;
  private final int active;
  private final Boom boom;
  private final BitSet inputs = new BitSet();
  private final TreeSet<Integer> unread = new TreeSet<>();

  VzenithBarrier(DeviceSpec spec, VzenithLine line, Gauge gauge, Clock clock, Timings timings) {
    Settings told = Settings.of(spec);
    this.deviceId = spec.id();
    this.line = line;
    this.gauge = gauge;
    this.clock = clock;
    this.timings = timings;
    this.active = told.number("active-level");
    this.wiring =
        new Wiring(
            0,
            Wiring.Timing.BOARD_TIMED,
            told.number("pulse-ms"),
            told.number("open-output"),
            told.numberIfGiven("close-output"),
            told.numberIfGiven("loop-input"),
            told.numberIfGiven("up-input"),
            told.numberIfGiven("down-input"));
    this.boom = new Boom(deviceId, clock.instant());
  }

  String deviceId() {
    return deviceId;
  }

  Gauge gauge() {
    return gauge;
  }

  BarrierReport last() {
    return boom.last();
  }

  /** Every input counts as not read yet: nothing is told of the boom before all are. */
  void connected() {
    unread.clear();
    for (OptionalInt input : wired()) {
      input.ifPresent(unread::add);
    }
  }

  private OptionalInt[] wired() {
    return new OptionalInt[] {wiring.loopInput(), wiring.upInput(), wiring.downInput()};
  }

  /** The owner's round: asks how each input stands. */
  Optional<BarrierReport> poll() throws IOException {
    Optional<BarrierReport> news = Optional.empty();
    for (OptionalInt input : wired()) {
      if (input.isPresent()) {
        Optional<BarrierReport> told = poll(input.getAsInt());
        news = told.isPresent() ? told : news;
      }
    }
    return news;
  }

  private Optional<BarrierReport> poll(int input) throws IOException {
    Optional<VzenithLine.Answer> answer =
        line.askUnlessBusy("get_gpio_value", id -> VzenithTalk.input(id, input), timings.reply());
    return answer.flatMap(a -> observe(input, a.document()));
  }

  /** An input as an answer or an unasked report tells it. */
  Optional<BarrierReport> observe(int input, JsonTree told) {
    boolean mine = false;
    for (OptionalInt wired : wired()) {
      mine |= wired.isPresent() && wired.getAsInt() == input;
    }
    if (!mine || told.number("value").isEmpty()) {
      return Optional.empty();
    }
    gauge.heard();
    inputs.set(input, told.number("value").getAsLong() == active);
    unread.remove(input);
    return unread.isEmpty()
        ? boom.observe(wiring.position(inputs), wiring.occupied(inputs), clock.instant())
        : Optional.empty();
  }

  void obey(GateCommand command) throws IOException {
    if (command instanceof OpenBarrier) {
      boom.openCommanded(clock.instant());
      pulse(wiring.openCoil());
    } else if (command instanceof CloseBarrier) {
      if (wiring.closeCoil().isEmpty()) {
        throw new GateException(deviceId + "：没有配置落闸输出（close-output），不能远程落闸");
      }
      loopIsClear();
      pulse(wiring.closeCoil().getAsInt());
    } else if (command instanceof LockOpen) {
      boom.heldUp(true);
      lock(HELD_ON);
    } else if (command instanceof LockClosed) {
      loopIsClear();
      lock(HELD_OFF);
      boom.heldUp(false);
    } else if (command instanceof Unlock) {
      lock(FREE);
      boom.heldUp(false);
    } else {
      throw new GateException(deviceId + "：道闸不能显示文字或播报语音");
    }
    gauge.heard();
  }

  /** Asked at this moment: a poll may be a moment old. */
  private void loopIsClear() throws IOException {
    if (wiring.loopInput().isEmpty()) {
      throw new GateException(deviceId + "：没有配置地感（loop-input），无法确认闸下无车，不落闸");
    }
    int loop = wiring.loopInput().getAsInt();
    JsonTree told =
        line.ask("get_gpio_value", id -> VzenithTalk.input(id, loop), timings.reply()).document();
    if (told.number("value").orElse(active) == active) {
      throw new GateException(deviceId + "：地感上有车，不落闸");
    }
  }

  /** Sent once: only a command that the firmware does not know is followed by its older name. */
  private void pulse(int output) throws IOException {
    try {
      pulse("ioctl_resp", output);
    } catch (VzenithLine.Refused e) {
      if (!e.unknownCommand()) {
        throw e;
      }
      pulse("ioctl", output);
    }
  }

  private void pulse(String command, int output) throws IOException {
    line.ask(
        command,
        id -> VzenithTalk.pulse(command, id, output, wiring.pulseMillis()),
        timings.reply());
  }

  private void lock(int status) throws IOException {
    line.ask(
        "set_io_lock_status",
        id -> VzenithTalk.lock(id, wiring.openCoil(), status),
        timings.reply());
  }
}
