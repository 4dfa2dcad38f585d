package cn.ecogate.adapter.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Lines of text: ended by CR, LF, both or ETX, perhaps begun by STX; UTF-8, or else GBK. Blank ones
 * are left out.
 */
public final class TextLines implements FrameReader<String> {

  private static final int STX = 0x02;
  private static final int ETX = 0x03;
  private static final Charset GBK = Charset.forName("GBK");

  private final int longest;
  private final int mask;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean tooLong;

  private TextLines(int longest, int mask) {
    this.longest = longest;
    this.mask = mask;
  }

  /** Lines of at most so many bytes. */
  public static TextLines upTo(int longest) {
    return new TextLines(longest, 0xFF);
  }

  /** ASCII only; bit 7 is masked, as it may be a parity bit. */
  static TextLines ofSevenBits(int longest) {
    return new TextLines(longest, 0x7F);
  }

  @Override
  public void feed(byte[] bytes, int offset, int count, Found<String> found) {
    for (int at = offset; at < offset + count; at++) {
      int next = bytes[at] & mask;
      if (next == '\r' || next == '\n' || next == ETX) {
        end(found);
      } else if (next == STX) {
        cut(found);
      } else if (line.size() < longest) {
        line.write(next);
      } else {
        tooLong = true;
      }
    }
  }

  /** How many bytes of a line have arrived whose end has not. */
  public int begun() {
    return line.size();
  }

  /** Gives up a line whose end does not come. */
  public void giveUp(Found<String> found) {
    if (line.size() > 0) {
      found.misunderstood(
          new WireException(
              "收到 " + line.size() + " 个字节，但没有行结束符，请在设备上把后缀设为回车（CR）", line.toByteArray()));
    }
    line.reset();
    tooLong = false;
  }

  private void end(Found<String> found) {
    byte[] raw = line.toByteArray();
    line.reset();
    if (tooLong) {
      tooLong = false;
      found.misunderstood(new WireException("一行超过 " + longest + " 字节，请检查设备的后缀设置和波特率", raw));
      return;
    }
    String text = text(raw).strip();
    if (!text.isEmpty()) {
      found.frame(text, raw);
    }
  }

  /** A new line begins although the last one has not ended. */
  private void cut(Found<String> found) {
    if (!text(line.toByteArray()).isBlank()) {
      found.misunderstood(new WireException("上一行没有结束，新的一行已经开始", line.toByteArray()));
    }
    line.reset();
    tooLong = false;
  }

  private static String text(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(raw, GBK);
    }
  }
}
