package cn.ecogate.simulator.relay;

import cn.ecogate.simulator.line.Crc16;
import cn.ecogate.simulator.line.FrameTalk;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * A Modbus RTU relay board with inputs, as sold for barriers: coils, discrete inputs, its own few
 * registers, and, on boards of the Waveshare family, pulses timed by the board.
 */
public final class RelayBoard implements FrameTalk.Board {

  /** What wiring does when its coil changes. */
  public interface Contact {
    void changed(boolean closed, String frame);
  }

  private static final int ILLEGAL_FUNCTION = 1;
  private static final int ILLEGAL_ADDRESS = 2;
  private static final int ILLEGAL_VALUE = 3;

  /** FC05 at 0x0200 + coil: close for value x 100 ms; at 0x0400 + coil: the reverse. */
  private static final int FLASH_ON = 0x0200;

  private static final int FLASH_OFF = 0x0400;
  private static final int FLASH_UNIT_MILLIS = 100;
  private static final int ALL_COILS = 0x00FF;
  private static final int REGISTER_UNIT = 0x4000;
  private static final int REGISTER_VERSION = 0x8000;

  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
    private final int code;

    Fault(int code) {
      super("Modbus exception " + code, null, false, false);
      this.code = code;
    }
  }

  private final boolean[] coils;
  private final int inputCount;
  private final boolean timedPulses;
  private final int unit;
  private final Map<Integer, Contact> contacts = new HashMap<>();
  private final Map<Integer, BooleanSupplier> inputs = new HashMap<>();
  private final Map<Integer, Long> flips = new TreeMap<>();
  private final Map<Integer, Integer> registers = new HashMap<>();
  private long now;

  /**
   * @param timedPulses whether the board knows pulses; to one that does not their value is illegal
   */
  public RelayBoard(int unit, int coils, int inputs, boolean timedPulses) {
    this.unit = unit;
    this.coils = new boolean[coils];
    this.inputCount = inputs;
    this.timedPulses = timedPulses;
    registers.put(REGISTER_UNIT, unit);
    registers.put(REGISTER_VERSION, 0x00C8);
  }

  public RelayBoard wireCoil(int coil, Contact contact) {
    contacts.put(coil, contact);
    return this;
  }

  public RelayBoard wireInput(int input, BooleanSupplier closed) {
    inputs.put(input, closed);
    return this;
  }

  /** Ends the pulses that are over. */
  public synchronized void advance(long millis) {
    now = millis;
    flips.entrySet().stream()
        .filter(flip -> flip.getValue() <= now)
        .map(Map.Entry::getKey)
        .toList()
        .forEach(
            coil -> {
              flips.remove(coil);
              set(coil, !coils[coil], "pulse over");
            });
  }

  @Override
  public int lengthAt() {
    return 2;
  }

  @Override
  public int lengthOf(byte[] head) {
    if (head.length < 2) {
      return 0;
    }
    int function = head[1];
    if (function >= 1 && function <= 6) {
      return 8;
    }
    if (function == 15 || function == 16) {
      return head.length < 7 ? 0 : 9 + (head[6] & 0xFF);
    }
    // A function it does not know has no length it could know: with a check it is one frame.
    return head.length >= 4 && Crc16.holds(head) ? head.length : 0;
  }

  @Override
  public synchronized Optional<byte[]> answer(byte[] frame) {
    int addressed = frame[0] & 0xFF;
    if (addressed != unit && addressed != 0) {
      return Optional.empty();
    }
    byte[] answer;
    try {
      answer = carryOut(frame);
    } catch (Fault fault) {
      answer = new byte[] {frame[0], (byte) (frame[1] | 0x80), (byte) fault.code};
    }
    return addressed == 0 ? Optional.empty() : Optional.of(Crc16.sealed(answer));
  }

  private byte[] carryOut(byte[] frame) throws Fault {
    if (frame.length < 8) {
      throw new Fault(ILLEGAL_FUNCTION);
    }
    int address = word(frame, 2);
    int value = word(frame, 4);
    switch (frame[1]) {
      case 1:
        return bits(frame, address, value, coils.length, i -> coils[i]);
      case 2:
        return bits(frame, address, value, inputCount, this::input);
      case 3:
        return readRegisters(frame, address, value);
      case 5:
        writeCoil(address, value, frame);
        return Arrays.copyOf(frame, 6);
      case 6:
        writeRegister(address, value);
        return Arrays.copyOf(frame, 6);
      case 15:
        writeCoils(frame, address, value);
        return Arrays.copyOf(frame, 6);
      default:
        throw new Fault(ILLEGAL_FUNCTION);
    }
  }

  private interface Bit {
    boolean at(int index);
  }

  private static byte[] bits(byte[] frame, int from, int count, int size, Bit bit) throws Fault {
    if (count < 1 || count > 2000) {
      throw new Fault(ILLEGAL_VALUE);
    }
    if (from + count > size) {
      throw new Fault(ILLEGAL_ADDRESS);
    }
    byte[] answer = new byte[3 + (count + 7) / 8];
    answer[0] = frame[0];
    answer[1] = frame[1];
    answer[2] = (byte) (answer.length - 3);
    for (int i = 0; i < count; i++) {
      if (bit.at(from + i)) {
        answer[3 + i / 8] |= (byte) (1 << i % 8);
      }
    }
    return answer;
  }

  private boolean input(int index) {
    BooleanSupplier wired = inputs.get(index);
    return wired != null && wired.getAsBoolean();
  }

  private byte[] readRegisters(byte[] frame, int from, int count) throws Fault {
    if (count < 1 || count > 125) {
      throw new Fault(ILLEGAL_VALUE);
    }
    byte[] answer = new byte[3 + 2 * count];
    answer[0] = frame[0];
    answer[1] = frame[1];
    answer[2] = (byte) (2 * count);
    for (int i = 0; i < count; i++) {
      Integer value = registers.get(from + i);
      if (value == null) {
        throw new Fault(ILLEGAL_ADDRESS);
      }
      answer[3 + 2 * i] = (byte) (value >> 8);
      answer[4 + 2 * i] = (byte) (int) value;
    }
    return answer;
  }

  private void writeCoil(int address, int value, byte[] frame) throws Fault {
    String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(frame);
    int kind = address & 0xFF00;
    if (timedPulses && (kind == FLASH_ON || kind == FLASH_OFF)) {
      int coil = known(address & 0xFF);
      set(coil, kind == FLASH_ON, hex);
      flips.put(coil, now + (long) value * FLASH_UNIT_MILLIS);
      return;
    }
    if (value != 0xFF00 && value != 0) {
      throw new Fault(ILLEGAL_VALUE);
    }
    if (timedPulses && address == ALL_COILS) {
      for (int coil = 0; coil < coils.length; coil++) {
        hold(coil, value != 0, hex);
      }
    } else {
      hold(known(address), value != 0, hex);
    }
  }

  private void writeCoils(byte[] frame, int from, int count) throws Fault {
    if (count < 1 || (frame[6] & 0xFF) != (count + 7) / 8) {
      throw new Fault(ILLEGAL_VALUE);
    }
    known(from + count - 1);
    String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(frame);
    for (int i = 0; i < count; i++) {
      hold(from + i, (frame[7 + i / 8] >> i % 8 & 1) == 1, hex);
    }
  }

  /** The board's own address is the one register that can be written here. */
  private void writeRegister(int address, int value) throws Fault {
    if (address != REGISTER_UNIT) {
      throw new Fault(ILLEGAL_ADDRESS);
    }
    if (value != unit) {
      // Its wiring on the site's plan is by unit: moving it away would be a lost board.
      throw new Fault(ILLEGAL_VALUE);
    }
    registers.put(address, value);
  }

  private int known(int coil) throws Fault {
    if (coil >= coils.length) {
      throw new Fault(ILLEGAL_ADDRESS);
    }
    return coil;
  }

  private void hold(int coil, boolean closed, String frame) {
    flips.remove(coil);
    set(coil, closed, frame);
  }

  private void set(int coil, boolean closed, String frame) {
    boolean before = coils[coil];
    coils[coil] = closed;
    Contact wired = contacts.get(coil);
    if (before != closed && wired != null) {
      wired.changed(closed, frame);
    }
  }

  private static int word(byte[] frame, int at) {
    return (frame[at] & 0xFF) << 8 | frame[at + 1] & 0xFF;
  }
}
