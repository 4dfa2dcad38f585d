package cn.ecogate.simulator.line;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/** A board's side of a line of CRC-sealed frames: cuts them out of the bytes and answers them. */
public final class FrameTalk implements Plug.Talk {

  /** Longer silence than this ends a frame; the norm's 3.5 characters are beyond a PTY. */
  private static final int SILENCE_MILLIS = 60;

  private static final int LONGEST = 512;

  /** What is answered, and how frames are told apart. */
  public interface Board {

    /**
     * The whole length of the frame these bytes begin, check included; 0 = not yet known; -1 = no
     * frame of this board begins so.
     */
    int lengthOf(byte[] head);

    Optional<byte[]> answer(byte[] frame);

    /** Where the frames of this board say how long they are. */
    int lengthAt();
  }

  private final Board board;
  private final int baudPace;
  private final BiConsumer<String, String> onNoise;
  private final Mischief mischief;

  /**
   * @param baudPace as slow as a line of that speed; 0 = answer at once
   * @param onNoise gets what was wrong, and the bytes in hex
   */
  public FrameTalk(
      Board board, int baudPace, BiConsumer<String, String> onNoise, Mischief mischief) {
    this.board = board;
    this.baudPace = baudPace;
    this.onNoise = onNoise;
    this.mischief = mischief;
  }

  @Override
  public void hold(Line line) throws IOException {
    byte[] chunk = new byte[256];
    byte[] held = new byte[0];
    while (true) {
      int read = line.read(chunk, SILENCE_MILLIS);
      if (read < 0) {
        return;
      }
      if (read == 0) {
        if (held.length > 0) {
          noise("a frame that never ended", held);
          held = new byte[0];
        }
        continue;
      }
      held = joined(held, chunk, read);
      held = answerAll(line, held);
    }
  }

  private byte[] answerAll(Line line, byte[] bytes) throws IOException {
    byte[] held = bytes;
    while (held.length > 0) {
      int length = board.lengthOf(held);
      if (length < 0 || length > LONGEST) {
        noise("bytes that begin no frame", held);
        return new byte[0];
      }
      if (length == 0 || held.length < length) {
        return held;
      }
      byte[] frame = Arrays.copyOf(held, length);
      held = Arrays.copyOfRange(held, length, held.length);
      if (!Crc16.holds(frame)) {
        // The end of a damaged frame cannot be trusted: what came with it goes too.
        noise("a frame with a wrong check", joined(frame, held, held.length));
        return new byte[0];
      }
      Optional<byte[]> answer = board.answer(frame);
      if (answer.isPresent()) {
        pause(frame.length + answer.get().length);
        mischief.send(line, lying -> lying ? falseLength(answer.get()) : answer.get());
      }
    }
    return held;
  }

  /** The same frame with another length and a right check: only who counts will notice. */
  private byte[] falseLength(byte[] answer) {
    byte[] body = Arrays.copyOf(answer, answer.length - 2);
    body[board.lengthAt()]++;
    return Crc16.sealed(body);
  }

  /** Start, eight data and stop bit per byte, and two milliseconds for the board to think. */
  private void pause(int bytes) {
    if (baudPace > 0) {
      LockSupport.parkNanos(bytes * 10_000_000_000L / baudPace + 2_000_000L);
    }
  }

  private void noise(String what, byte[] bytes) {
    onNoise.accept(what, HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes));
  }

  private static byte[] joined(byte[] first, byte[] second, int length) {
    byte[] all = Arrays.copyOf(first, first.length + length);
    System.arraycopy(second, 0, all, first.length, length);
    return all;
  }
}
