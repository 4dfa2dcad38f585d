package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateCommand.CloseBarrier;
import cn.ecogate.adapter.api.GateCommand.LockClosed;
import cn.ecogate.adapter.api.GateCommand.LockOpen;
import cn.ecogate.adapter.api.GateCommand.OpenBarrier;
import cn.ecogate.adapter.api.GateCommand.Unlock;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.wire.ModbusRtu;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** One barrier's buttons on a relay board: presses them, and sees to it that none stays pressed. */
final class Relay implements BusDevice {

  private static final System.Logger LOG = System.getLogger(Relay.class.getName());

  private final String deviceId;
  private final Wiring wiring;
  private final Bus bus;
  private final Gauge gauge;
  private final Clock clock;
  private final Boom boom;

  /** Coils that we have to switch off, and when; touched in a turn of the bus only. */
  private final Map<Integer, Long> pressed = new LinkedHashMap<>();

  /** The coil of a lock; it stays on until it is unlocked, also when the line is lost or left. */
  private OptionalInt held = OptionalInt.empty();

  Relay(String deviceId, Wiring wiring, Bus bus, Gauge gauge, Clock clock) {
    this.deviceId = deviceId;
    this.wiring = wiring;
    this.bus = bus;
    this.gauge = gauge;
    this.clock = clock;
    this.boom = new Boom(deviceId, clock.instant());
  }

  String deviceId() {
    return deviceId;
  }

  Wiring wiring() {
    return wiring;
  }

  @Override
  public Gauge gauge() {
    return gauge;
  }

  Boom boom() {
    return boom;
  }

  /** What these inputs say about the boom, if it is anything new. */
  Optional<BarrierReport> observe(BitSet inputs) {
    return boom.observe(wiring.position(inputs), wiring.occupied(inputs), clock.instant());
  }

  @Override
  public void obey(GateCommand command) throws IOException {
    if (command instanceof OpenBarrier) {
      open();
    } else if (command instanceof CloseBarrier) {
      close();
    } else if (command instanceof LockOpen) {
      lockOpen();
    } else if (command instanceof LockClosed) {
      lockClosed();
    } else if (command instanceof Unlock) {
      unlock();
    } else {
      throw new GateException(deviceId + "：道闸不能显示文字或播报语音");
    }
  }

  private void open() throws IOException {
    bus.inOneTurn(
        () -> {
          if (holds(wiring.closeCoil())) {
            throw new GateException(deviceId + "：道闸已锁定常闭，不抬杆");
          }
          if (!holds(OptionalInt.of(wiring.openCoil()))) {
            boom.openCommanded(clock.instant());
            releaseIfPressed(wiring.closeCoil());
            press(wiring.openCoil());
          }
          return null;
        });
  }

  /** Looks at the loop and presses in one turn, so that nobody drives in between. */
  private void close() throws IOException {
    int button = closeButton();
    bus.inOneTurn(
        () -> {
          if (holds(OptionalInt.of(wiring.openCoil()))) {
            throw new GateException(deviceId + "：道闸已锁定常开，不落闸");
          }
          if (!holds(wiring.closeCoil())) {
            checkLoop();
            releaseIfPressed(OptionalInt.of(wiring.openCoil()));
            press(button);
          }
          return null;
        });
  }

  private void lockOpen() throws IOException {
    checkHoldable();
    bus.inOneTurn(
        () -> {
          releaseHeldOrPressed(wiring.closeCoil());
          boom.heldUp(true);
          hold(wiring.openCoil());
          return null;
        });
  }

  private void lockClosed() throws IOException {
    checkHoldable();
    int button = closeButton();
    bus.inOneTurn(
        () -> {
          if (!holds(wiring.closeCoil())) {
            checkLoop();
          }
          releaseHeldOrPressed(OptionalInt.of(wiring.openCoil()));
          boom.heldUp(false);
          hold(button);
          return null;
        });
  }

  /** Both buttons: after a restart nobody here knows any more which one was held. */
  private void unlock() throws IOException {
    checkHoldable();
    bus.inOneTurn(
        () -> {
          for (int coil : coils()) {
            letGo(coil);
            if (pressed.containsKey(coil)) {
              throw new GateException(deviceId + "：线圈 " + coil + " 断不开，锁定没有解除，请检查继电器板");
            }
          }
          boom.heldUp(false);
          return null;
        });
  }

  private void checkHoldable() throws GateException {
    if (wiring.timing() == Wiring.Timing.BOARD_TIMED) {
      throw new GateException(
          deviceId + "：板上定时（timing: board-timed）不能按住按钮，无法锁定；请改用 on-wait-off，或在现场锁定");
    }
  }

  private int closeButton() throws GateException {
    if (wiring.closeCoil().isEmpty()) {
      throw new GateException(deviceId + "：没有配置落闸线圈（close-coil），不能远程落闸");
    }
    if (wiring.loopInput().isEmpty()) {
      throw new GateException(deviceId + "：没有配置地感（loop-input），无法确认闸下无车，不落闸");
    }
    return wiring.closeCoil().getAsInt();
  }

  private void checkLoop() throws IOException {
    byte[] request = ModbusRtu.readInputs(wiring.unit(), wiring.inputCount());
    BitSet inputs = ModbusRtu.inputs(request, bus.exchange(request, ModbusRtu::replyLength));
    if (wiring.occupied(inputs)) {
      throw new GateException(deviceId + "：地感上有车，不落闸");
    }
  }

  /** Presses a button and keeps it pressed; one whose "on" is not confirmed is released again. */
  private void hold(int coil) throws IOException {
    held = OptionalInt.of(coil);
    pressed.remove(coil);
    try {
      write(ModbusRtu.writeCoil(wiring.unit(), coil, true));
    } catch (IOException notConfirmed) {
      held = OptionalInt.empty();
      boom.heldUp(false);
      pressed.put(coil, System.nanoTime());
      throw notConfirmed;
    }
  }

  private boolean holds(OptionalInt coil) {
    return coil.isPresent() && coil.equals(held);
  }

  private void letGo(int coil) throws IOException {
    held = holds(OptionalInt.of(coil)) ? OptionalInt.empty() : held;
    pressed.put(coil, System.nanoTime());
    release(coil);
  }

  private void releaseHeldOrPressed(OptionalInt coil) throws IOException {
    if (holds(coil) || coil.isPresent() && pressed.containsKey(coil.getAsInt())) {
      letGo(coil.getAsInt());
    }
  }

  private void press(int coil) throws IOException {
    if (wiring.timing() == Wiring.Timing.BOARD_TIMED) {
      write(ModbusRtu.pulse(wiring.unit(), coil, wiring.pulseMillis() / 100));
      return;
    }
    // Noted before it is written: an "on" whose echo is lost must be followed by an "off" too.
    pressed.put(coil, System.nanoTime() + wiring.pulseMillis() * 1_000_000L);
    write(ModbusRtu.writeCoil(wiring.unit(), coil, true));
  }

  private void write(byte[] request) throws IOException {
    ModbusRtu.confirmWrite(request, bus.exchange(request, ModbusRtu::replyLength));
    gauge.heard();
  }

  /** Every coil we switch off ourselves is to be switched off at the next chance. */
  void releaseAllNow() {
    if (wiring.timing() == Wiring.Timing.ON_WAIT_OFF) {
      long now = System.nanoTime();
      coils().stream()
          .filter(coil -> !holds(OptionalInt.of(coil)))
          .forEach(coil -> pressed.put(coil, now));
    }
  }

  private List<Integer> coils() {
    return IntStream.concat(IntStream.of(wiring.openCoil()), wiring.closeCoil().stream())
        .boxed()
        .toList();
  }

  /** Switches off what is due; tells when the next one is. */
  long releaseDue() throws IOException {
    return bus.inOneTurn(
        () -> {
          long next = Long.MAX_VALUE;
          for (Map.Entry<Integer, Long> entry : List.copyOf(pressed.entrySet())) {
            if (System.nanoTime() - entry.getValue() >= 0) {
              release(entry.getKey());
            } else {
              next = Math.min(next, entry.getValue());
            }
          }
          return next;
        });
  }

  private void releaseIfPressed(OptionalInt coil) throws IOException {
    if (coil.isPresent() && pressed.containsKey(coil.getAsInt())) {
      release(coil.getAsInt());
    }
  }

  /** Off, and read back: only a coil seen off is forgotten. */
  private void release(int coil) throws IOException {
    write(ModbusRtu.writeCoil(wiring.unit(), coil, false));
    byte[] request = ModbusRtu.readCoil(wiring.unit(), coil);
    if (ModbusRtu.coil(request, bus.exchange(request, ModbusRtu::replyLength))) {
      gauge.failed("线圈 " + coil + " 断不开，请检查继电器板");
    } else {
      pressed.remove(coil);
    }
  }

  /** The last act before the line is closed, whatever the reason. */
  void releaseBeforeLeaving() {
    try {
      bus.inOneTurn(
          () -> {
            for (int coil : List.copyOf(pressed.keySet())) {
              release(coil);
            }
            return null;
          });
    } catch (IOException e) {
      // It stays noted: the next connection begins with it.
      LOG.log(Level.DEBUG, deviceId + ": a coil could not be released", e);
    }
  }
}
