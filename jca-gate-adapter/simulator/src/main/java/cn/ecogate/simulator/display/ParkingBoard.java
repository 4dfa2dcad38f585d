package cn.ecogate.simulator.display;

import cn.ecogate.simulator.line.Crc16;
import cn.ecogate.simulator.line.FrameTalk;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The common parking display with a voice: takes text (0x62) and speech (0x30) in GBK and
 * acknowledges each.
 *
 * <p>A text's data are: line, entry mode and speed, stay mode and time, exit mode and speed, font,
 * times shown, text colour RGBA, background RGBA, length low and high, text.
 */
public final class ParkingBoard implements FrameTalk.Board {

  /** What the people in front of the board see and hear. */
  public interface Audience {
    void sees(int line, String text, String color, int seconds);

    void hears(String text);

    void confused(String why);
  }

  private static final Charset GBK = Charset.forName("GBK");
  private static final int HEAD = 6;
  private static final int TEXT = 0x62;
  private static final int VOICE = 0x30;
  private static final int TEXT_HEAD = 19;

  private final int address;
  private final Audience audience;
  private final Map<Integer, String> lines = new TreeMap<>();

  public ParkingBoard(int address, Audience audience) {
    this.address = address;
    this.audience = audience;
  }

  /** The lines as they stand. */
  public synchronized Map<Integer, String> lines() {
    return new TreeMap<>(lines);
  }

  @Override
  public int lengthAt() {
    return 5;
  }

  @Override
  public int lengthOf(byte[] head) {
    byte[] fixed = {0x64, (byte) 0xFF, (byte) 0xFF};
    for (int i = 0; i < fixed.length && i + 1 < head.length; i++) {
      if (head[i + 1] != fixed[i]) {
        return -1;
      }
    }
    return head.length < HEAD ? 0 : HEAD + (head[5] & 0xFF) + 2;
  }

  @Override
  public synchronized Optional<byte[]> answer(byte[] frame) {
    if ((frame[0] & 0xFF) != address) {
      return Optional.empty();
    }
    int command = frame[4] & 0xFF;
    int size = frame[5] & 0xFF;
    boolean understood =
        command == TEXT && showText(frame, size) || command == VOICE && speak(frame, size);
    if (!understood) {
      audience.confused(String.format("command 0x%02X with %d bytes of data", command, size));
      return Optional.empty();
    }
    return Optional.of(
        Crc16.sealed(frame[0], frame[1], frame[2], frame[3], frame[4], (byte) 1, (byte) 0));
  }

  private boolean showText(byte[] frame, int size) {
    if (size < TEXT_HEAD) {
      return false;
    }
    int length = at(frame, 17) | at(frame, 18) << 8;
    if (length != size - TEXT_HEAD) {
      return false;
    }
    String text = new String(frame, HEAD + TEXT_HEAD, length, GBK);
    String color = String.format("#%02X%02X%02X", at(frame, 9), at(frame, 10), at(frame, 11));
    lines.put(at(frame, 0), text);
    audience.sees(at(frame, 0), text, color, at(frame, 4));
    return true;
  }

  private boolean speak(byte[] frame, int size) {
    if (size < 2) {
      return false;
    }
    audience.hears(new String(frame, HEAD + 1, size - 1, GBK));
    return true;
  }

  private static int at(byte[] frame, int index) {
    return frame[HEAD + index] & 0xFF;
  }
}
