package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.api.GateCommand.Tone;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * Frames of the common parking display board: address, 0x64, packet FF FF, command, length, data,
 * CRC-16 low byte first; text in GBK.
 */
public final class ParkingBoard {

  /** One temporary line of text. */
  static final int TEXT = 0x62;

  static final int VOICE = 0x30;

  /** The length is one byte; a text frame needs 19 of it for its layout. */
  static final int MAX_TEXT = 255 - 19;

  private static final Charset GBK = Charset.forName("GBK");
  private static final byte[] RED = {(byte) 0xFF, 0, 0, 0};
  private static final byte[] GREEN = {0, (byte) 0xFF, 0, 0};
  private static final byte[] YELLOW = {(byte) 0xFF, (byte) 0xFF, 0, 0};

  private ParkingBoard() {}

  /**
   * Shows one line.
   *
   * @param line 0 is the top
   * @param seconds at most 255; 0 until replaced
   */
  public static byte[] text(int board, int line, String text, Tone tone, int seconds) {
    byte[] shown = gbk(text, MAX_TEXT);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write(line); // window
    data.write(0x01); // enters by being there
    data.write(0x00); // speed of entering
    data.write(0x00); // stays still
    data.write(Math.min(255, seconds)); // stays so long
    data.write(0x01); // leaves at once
    data.write(0x00); // speed of leaving
    data.write(0x03); // font: GB2312 16 x 16
    data.write(seconds == 0 ? 0 : 1); // how often; 0 = until replaced
    data.writeBytes(color(tone));
    data.writeBytes(new byte[4]); // background: none
    data.write(shown.length & 0xFF);
    data.write(shown.length >> 8);
    data.writeBytes(shown);
    return frame(board, TEXT, data.toByteArray());
  }

  /** Speaks; what the board was speaking is broken off. */
  public static byte[] voice(int board, String text) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write(0x01);
    data.writeBytes(gbk(text, 254));
    return frame(board, VOICE, data.toByteArray());
  }

  /** How long the reply that begins with these bytes is; 0 if they are too few to tell. */
  public static int replyLength(byte[] reply, int have) {
    return have < 6 ? 0 : 8 + (reply[5] & 0xFF);
  }

  /** Passes if the reply confirms the frame: the same head, data 00. */
  public static void confirm(byte[] request, byte[] reply) throws WireException {
    if (reply.length < 9 || !ModbusRtu.crcHolds(reply)) {
      throw new WireException("显示屏回应的校验码不对，请检查接线、波特率和干扰", reply);
    }
    if (!Arrays.equals(request, 0, 5, reply, 0, 5)) {
      throw new WireException("显示屏的回应与命令不一致", reply);
    }
    if (reply[6] != 0) {
      throw new WireException("显示屏拒绝命令（代码 " + (reply[6] & 0xFF) + "）", reply);
    }
  }

  private static byte[] frame(int board, int command, byte[] data) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(board);
    body.write(0x64);
    body.write(0xFF);
    body.write(0xFF);
    body.write(command);
    body.write(data.length);
    body.writeBytes(data);
    return ModbusRtu.withCrc(body.toByteArray());
  }

  private static byte[] color(Tone tone) {
    switch (tone) {
      case ADMIT:
        return GREEN;
      case REFUSE:
        return RED;
      default:
        return YELLOW;
    }
  }

  /** GBK bytes, cut between characters; what GBK does not have becomes a question mark. */
  private static byte[] gbk(String text, int limit) {
    ByteBuffer out = ByteBuffer.allocate(limit);
    CharBuffer in = CharBuffer.wrap(text.replace('\n', ' ').replace('\r', ' '));
    GBK.newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .encode(in, out, true);
    return Arrays.copyOf(out.array(), out.position());
  }
}
