package cn.ecogate.simulator.camera;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of the camera on a bare socket, with its own reading of RFC 7616 and of multipart. */
public final class RawClient implements Closeable {

  private static final int PATIENCE_MILLIS = 10_000;

  /** What came back: status, headers with small names, and the body if it has a length. */
  public record Answer(int status, Map<String, String> headers, String body) {}

  /** One part of the stream; without a length its body is not read. */
  public record Part(Map<String, String> headers, byte[] body) {

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public boolean is(String type) {
      return headers.getOrDefault("content-type", "").startsWith(type);
    }
  }

  private final Socket socket;
  private final InputStream in;
  private final String user;
  private final String password;
  private String realm = "";
  private String nonce = "";
  private int count;

  public RawClient(int port, String user, String password) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    this.socket.setSoTimeout(PATIENCE_MILLIS);
    this.in = socket.getInputStream();
    this.user = user;
    this.password = password;
  }

  /** Asks without any credentials and remembers the challenge. */
  public Answer askBare(String method, String target, String body) throws IOException {
    send(method, target, body, "");
    Answer answer = answer();
    challenge(answer);
    return answer;
  }

  /** Asks with what the last challenge needs. */
  public Answer ask(String method, String target, String body) throws IOException {
    send(method, target, body, "Authorization: " + credentials(method, target) + "\r\n");
    Answer answer = answer();
    if (answer.status() == 401) {
      challenge(answer);
    }
    return answer;
  }

  /** Says the same count once more, as a replay would. */
  public void forgetCount() {
    count--;
  }

  public Part nextPart(String boundary) throws IOException {
    String line = line();
    while (!line.equals("--" + boundary)) {
      line = line();
    }
    Map<String, String> headers = headers();
    String length = headers.get("content-length");
    return new Part(
        headers, length == null ? new byte[0] : in.readNBytes(Integer.parseInt(length)));
  }

  /** Reads until a part of that type. */
  public Part nextPart(String boundary, String type) throws IOException {
    Part part = nextPart(boundary);
    while (!part.is(type)) {
      part = nextPart(boundary);
    }
    return part;
  }

  /** The next event that is no heartbeat. */
  public Part nextEvent(String boundary) throws IOException {
    Part part = nextPart(boundary);
    while (!part.text().contains("<eventType>ANPR<")) {
      part = nextPart(boundary);
    }
    return part;
  }

  private void send(String method, String target, String body, String extra) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: camera\r\n"
            + extra
            + (bytes.length > 0 ? "Content-Length: " + bytes.length + "\r\n" : "")
            + "\r\n";
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(bytes);
    socket.getOutputStream().write(all.toByteArray());
  }

  private Answer answer() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    Map<String, String> headers = headers();
    String length = headers.get("content-length");
    String body =
        length == null
            ? ""
            : new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
    return new Answer(status, headers, body);
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
    }
    return headers;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = in.read();
    while (b != '\n') {
      if (b < 0) {
        throw new EOFException("the camera hung up");
      }
      if (b != '\r') {
        line.write(b);
      }
      b = in.read();
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private void challenge(Answer answer) {
    String told = answer.headers().getOrDefault("www-authenticate", "");
    realm = quoted(told, "realm");
    nonce = quoted(told, "nonce");
    count = 0;
  }

  private String credentials(String method, String target) {
    count++;
    String nc = String.format("%08x", count);
    String response =
        md5(
            md5(user + ":" + realm + ":" + password)
                + ":"
                + nonce
                + ":"
                + nc
                + ":abc123:auth:"
                + md5(method + ":" + target));
    return "Digest username=\""
        + user
        + "\", realm=\""
        + realm
        + "\", nonce=\""
        + nonce
        + "\", uri=\""
        + target
        + "\", qop=auth, nc="
        + nc
        + ", cnonce=\"abc123\", response=\""
        + response
        + "\"";
  }

  private static String quoted(String text, String name) {
    Matcher found = Pattern.compile(name + "=\"([^\"]*)\"").matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return String.format("%032x", new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("Every Java has MD5.", never);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
