package cn.ecogate.adapter.link;

import com.ghgande.j2mod.modbus.util.ModbusUtil;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A relay board at the other end of any pair of streams: answers as the real one, or as badly as
 * told.
 */
final class FakeRelay {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  /** Write commands as they came, in hex. */
  final BlockingQueue<String> writes = new LinkedBlockingQueue<>();

  final BitSet inputs = new BitSet();
  final BitSet coils = new BitSet();

  /** Does not answer writes. */
  volatile boolean mute;

  /** Does not answer anything. */
  volatile boolean dead;

  /** Keeps the answer to a write and gives it together with the next answer. */
  volatile boolean late;

  private byte[] held = new byte[0];

  void serve(InputStream from, OutputStream to) throws IOException {
    DataInputStream in = new DataInputStream(from);
    byte[] request = new byte[8];
    while (true) {
      in.readFully(request);
      if (!Arrays.equals(sealed(Arrays.copyOf(request, 6)), request)) {
        throw new IOException("bad check");
      }
      byte[] reply = reply(request);
      if (!dead && reply.length > 0) {
        to.write(reply);
        to.flush();
      }
    }
  }

  private synchronized byte[] reply(byte[] request) {
    int at = (request[2] & 0xFF) << 8 | request[3] & 0xFF;
    int value = (request[4] & 0xFF) << 8 | request[5] & 0xFF;
    if (request[1] == 5) {
      // Decided before the write is seen: whoever sees it and mutes the board means the next one.
      boolean heldBack = late;
      boolean unanswered = mute || heldBack;
      writes.add(HEX.formatHex(request));
      if (at < 0x0200) {
        coils.set(at, value == 0xFF00);
      }
      if (heldBack) {
        held = request.clone();
      }
      return unanswered ? new byte[0] : request.clone();
    }
    byte[] bits = (request[1] == 1 ? coils.get(at, at + value) : inputs).toByteArray();
    byte[] answer = new byte[3 + (value + 7) / 8];
    answer[0] = request[0];
    answer[1] = request[1];
    answer[2] = (byte) (answer.length - 3);
    System.arraycopy(bits, 0, answer, 3, Math.min(bits.length, answer.length - 3));
    byte[] before = held;
    held = new byte[0];
    byte[] all = Arrays.copyOf(before, before.length + answer.length + 2);
    System.arraycopy(sealed(answer), 0, all, before.length, answer.length + 2);
    return all;
  }

  synchronized void input(int index, boolean on) {
    inputs.set(index, on);
  }

  synchronized boolean coil(int index) {
    return coils.get(index);
  }

  private static byte[] sealed(byte[] body) {
    int[] crc = ModbusUtil.calculateCRC(body, 0, body.length);
    byte[] frame = Arrays.copyOf(body, body.length + 2);
    frame[body.length] = (byte) crc[0];
    frame[body.length + 1] = (byte) crc[1];
    return frame;
  }
}
