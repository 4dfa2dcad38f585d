package cn.ecogate.simulator.camera;

import cn.ecogate.simulator.line.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a device does with the line after a request. */
public interface HttpReply {

  /** Answers; false when the line cannot carry another request. */
  boolean over(Line line) throws IOException;

  /** One answer with a body, after which the line may go on. */
  static HttpReply of(int code, String words, String type, String body) {
    return of(code, words, "Content-Type: " + type + "\r\n", body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param headers further lines, each with its end
   */
  static HttpReply of(int code, String words, String headers, byte[] body) {
    byte[] all = bytes(code, words, headers, body);
    return line -> {
      line.write(all);
      return true;
    };
  }

  private static byte[] bytes(int code, String words, String headers, byte[] body) {
    byte[] head =
        ("HTTP/1.1 "
                + code
                + " "
                + words
                + "\r\n"
                + headers
                + "Content-Length: "
                + body.length
                + "\r\nConnection: keep-alive\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }
}
