package cn.ecogate.adapter.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts an endless multipart stream into its parts, whatever pieces it arrives in; it is fed bytes
 * and never waits for any.
 */
public final class MultipartParser {

  /** A camera's picture is below 2 MB; more than this is a lie or an attack. */
  static final int MAX_PART = 8 * 1024 * 1024;

  static final int MAX_HEADERS = 16 * 1024;

  /** How much rubbish between parts is waded through before the stream is given up. */
  static final int MAX_NOISE = 1024 * 1024;

  private enum State {
    DELIMITER,
    HEADERS,
    BODY_BY_LENGTH,
    BODY_BY_DELIMITER
  }

  private final byte[] core;
  private byte[] buffer = new byte[64 * 1024];
  private int start;
  private int end;
  private int scanned;
  private long noise;
  private State state = State.DELIMITER;
  private byte[] delimiter;
  private Map<String, String> headers = Map.of();
  private int length;

  /**
   * @param contentType the response's {@code Content-Type}; without a boundary parameter the first
   *     line that begins with two hyphens is taken for the delimiter
   */
  public MultipartParser(String contentType) {
    String boundary = HeaderText.parameter(contentType, "boundary");
    // The parameter may itself begin with "--", and cameras differ in whether they add two more:
    // only what follows the hyphens is compared.
    this.core = boundary.replaceFirst("^-+", "").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Takes some bytes and gives the parts that they completed, in order. */
  public List<Part> feed(byte[] bytes, int offset, int count) throws WireException {
    append(bytes, offset, count);
    return parts();
  }

  /** Some of a part has arrived and not yet all of it. */
  public boolean midPart() {
    return state != State.DELIMITER;
  }

  /**
   * To be called when the line has been idle for a moment: a part without a length that is visibly
   * complete (a closed JPEG, a closed document) need not wait for the next delimiter.
   */
  public List<Part> idle() {
    if (state != State.BODY_BY_DELIMITER || !looksClosed()) {
      return List.of();
    }
    Part part = new Part(headers, Arrays.copyOfRange(buffer, start, trimmedEnd()));
    start = end;
    next(State.DELIMITER);
    return List.of(part);
  }

  private List<Part> parts() throws WireException {
    List<Part> parts = new ArrayList<>();
    boolean progress = true;
    while (progress) {
      progress =
          switch (state) {
            case DELIMITER -> seekDelimiter();
            case HEADERS -> readHeaders();
            case BODY_BY_LENGTH -> takeByLength(parts);
            case BODY_BY_DELIMITER -> takeByDelimiter(parts);
          };
    }
    return parts;
  }

  /** Skips to the end of the next delimiter line; everything before it is noise. */
  private boolean seekDelimiter() throws WireException {
    int lineStart = start;
    while (true) {
      int lineEnd = indexOf((byte) '\n', lineStart);
      if (lineEnd < 0) {
        // A last line that is too long to be a delimiter is noise even before it ends.
        int keep = end - lineStart > 512 ? end : lineStart;
        countNoise(keep - start);
        start = keep;
        return false;
      }
      if (isDelimiter(lineStart, lineEnd)) {
        countNoise(lineStart - start);
        start = lineEnd + 1;
        noise = 0;
        next(State.HEADERS);
        return true;
      }
      lineStart = lineEnd + 1;
    }
  }

  private boolean isDelimiter(int from, int lineEnd) {
    int to = lineEnd;
    while (to > from && (buffer[to - 1] == '\r' || buffer[to - 1] == ' ')) {
      to--;
    }
    if (delimiter != null) {
      return to - from == delimiter.length && matches(delimiter, from);
    }
    int text = from;
    while (text < to && buffer[text] == '-') {
      text++;
    }
    boolean ours =
        text - from >= 2
            && text < to
            && (core.length == 0 || (to - text == core.length && matches(core, text)));
    if (ours) {
      delimiter = Arrays.copyOfRange(buffer, from, to);
    }
    return ours;
  }

  private boolean readHeaders() throws WireException {
    int bodyStart = endOfHeaders();
    if (bodyStart < 0) {
      if (end - start > MAX_HEADERS) {
        throw new WireException("分段头超过 " + MAX_HEADERS + " 字节", rest());
      }
      return false;
    }
    String text = new String(buffer, start, bodyStart - start, StandardCharsets.UTF_8);
    Map<String, String> read = new LinkedHashMap<>();
    for (String line : text.split("\r?\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        read.put(
            line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).trim());
      }
    }
    start = bodyStart;
    headers = read;
    length = toldLength();
    next(length > 0 ? State.BODY_BY_LENGTH : State.BODY_BY_DELIMITER);
    return true;
  }

  /** Where the blank line ends, or -1 if it has not come yet. */
  private int endOfHeaders() throws WireException {
    int lineStart = start;
    while (true) {
      int lineEnd = indexOf((byte) '\n', lineStart);
      if (lineEnd < 0) {
        return -1;
      }
      if (lineEnd - start > MAX_HEADERS) {
        throw new WireException("分段头超过 " + MAX_HEADERS + " 字节", rest());
      }
      if (lineEnd == lineStart || (lineEnd == lineStart + 1 && buffer[lineStart] == '\r')) {
        return lineEnd + 1;
      }
      lineStart = lineEnd + 1;
    }
  }

  /**
   * The length to trust, or 0 for none: some firmware says 0 although a body follows, and what is
   * not a number says nothing.
   */
  private int toldLength() throws WireException {
    String told = headers.getOrDefault("content-length", "");
    if (!told.matches("[0-9]{1,18}")) {
      return 0;
    }
    long value = Long.parseLong(told);
    if (value > MAX_PART) {
      throw new WireException("分段声称有 " + value + " 字节，上限 " + MAX_PART, rest());
    }
    return (int) value;
  }

  private boolean takeByLength(List<Part> parts) {
    if (end - start < length) {
      return false;
    }
    int bodyEnd = start + length;
    if (!headers.getOrDefault("content-type", "").startsWith("image/")) {
      // Text cannot contain the delimiter: if it does, the length was too long.
      int early = delimiterAfter(start, bodyEnd);
      if (early >= 0) {
        bodyEnd = early;
      }
    }
    parts.add(new Part(headers, Arrays.copyOfRange(buffer, start, bodyEnd)));
    start = bodyEnd;
    next(State.DELIMITER);
    return true;
  }

  private boolean takeByDelimiter(List<Part> parts) throws WireException {
    int bodyEnd = delimiterAfter(Math.max(start, scanned), end);
    if (bodyEnd < 0) {
      if (end - start > MAX_PART) {
        throw new WireException("分段没有长度，且超过 " + MAX_PART + " 字节仍未结束", rest());
      }
      scanned = Math.max(start, end - delimiter.length - 4);
      return false;
    }
    parts.add(new Part(headers, Arrays.copyOfRange(buffer, start, bodyEnd)));
    start = bodyEnd;
    next(State.DELIMITER);
    return true;
  }

  /** Where the body ends because a line break and the delimiter follow; -1 if they do not. */
  private int delimiterAfter(int from, int to) {
    for (int at = from; at + delimiter.length < to; at++) {
      if (buffer[at] == '\n' && matches(delimiter, at + 1) && lineEndsAfter(at)) {
        return at > start && buffer[at - 1] == '\r' ? at - 1 : at;
      }
    }
    // A body may be empty: then the delimiter stands at its very start.
    return from == start && to - from > delimiter.length && matches(delimiter, from) ? from : -1;
  }

  private boolean lineEndsAfter(int lineBreak) {
    int next = lineBreak + 1 + delimiter.length;
    return next < end && (buffer[next] == '\r' || buffer[next] == '\n' || buffer[next] == '-');
  }

  private boolean looksClosed() {
    int to = trimmedEnd();
    if (headers.getOrDefault("content-type", "").startsWith("image/jp")) {
      return to - start > 4
          && (buffer[start] & 0xFF) == 0xFF
          && (buffer[to - 2] & 0xFF) == 0xFF
          && (buffer[to - 1] & 0xFF) == 0xD9;
    }
    return AnprXml.looksClosed(buffer, start, to) || DahuaText.looksClosed(buffer, start, to);
  }

  private int trimmedEnd() {
    int to = end;
    while (to > start && (buffer[to - 1] == '\n' || buffer[to - 1] == '\r')) {
      to--;
    }
    return to;
  }

  private void next(State following) {
    state = following;
    scanned = start;
  }

  private void countNoise(int bytes) throws WireException {
    // The line break before a delimiter and the closing delimiter are not worth counting.
    noise += bytes;
    if (noise > MAX_NOISE) {
      throw new WireException("连续 " + MAX_NOISE + " 字节中找不到分隔线", rest());
    }
  }

  private boolean matches(byte[] pattern, int at) {
    return at + pattern.length <= end
        && Arrays.equals(pattern, 0, pattern.length, buffer, at, at + pattern.length);
  }

  private int indexOf(byte wanted, int from) {
    for (int at = from; at < end; at++) {
      if (buffer[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  private byte[] rest() {
    return Arrays.copyOfRange(buffer, start, Math.min(end, start + 512));
  }

  private void append(byte[] bytes, int offset, int count) {
    if (start > 0 && (start == end || end + count > buffer.length)) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      scanned = Math.max(0, scanned - start);
      start = 0;
    }
    if (end + count > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, end + count));
    }
    System.arraycopy(bytes, offset, buffer, end, count);
    end += count;
  }
}
