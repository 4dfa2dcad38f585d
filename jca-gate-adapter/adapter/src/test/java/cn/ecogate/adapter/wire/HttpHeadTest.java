package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** Responses of small web servers, polite and otherwise. */
class HttpHeadTest {

  @Test
  void bodyEndsWhereItsLengthSays() throws IOException {
    InputStream in =
        stream("HTTP/1.1 401 Unauthorized\r\nContent-Length: 3\r\n\r\nabcHTTP/1.1 200 OK\r\n\r\n");
    HttpHead head = HttpHead.read(in);

    assertThat(head.status()).isEqualTo(401);
    assertThat(text(head.body(in))).isEqualTo("abc");
    assertThat(HttpHead.read(in).status()).isEqualTo(200);
  }

  @Test
  void chunksAreJoined() throws IOException {
    InputStream in =
        stream(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "4;x=y\r\nWiki\r\n5\r\npedia\r\n0\r\n\r\n");

    assertThat(text(HttpHead.read(in).body(in))).isEqualTo("Wikipedia");
  }

  @Test
  void anEndlessStreamDoesNotMeanItsLength() throws IOException {
    InputStream in =
        stream(
            "HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=b\r\nContent-Length: 1\r\n\r\nabc");

    assertThat(text(HttpHead.read(in).body(in))).isEqualTo("abc");
  }

  @Test
  void hostileChunkLengthIsRefused() throws IOException {
    InputStream in = stream("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\n");
    InputStream body = HttpHead.read(in).body(in);

    assertThatThrownBy(body::read).isInstanceOf(WireException.class);
  }

  @Test
  void endlessHeadIsRefused() {
    InputStream in = stream("HTTP/1.1 200 OK\r\nX: " + "a".repeat(40_000));

    assertThatThrownBy(() -> HttpHead.read(in))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("应答头超过");
  }

  @Test
  void anotherProtocolIsNamedAsSuch() {
    assertThatThrownBy(() -> HttpHead.read(stream("SSH-2.0-OpenSSH_9.2\r\n")))
        .isInstanceOf(WireException.class)
        .hasMessage("对方不是 HTTP 服务");
  }

  @Test
  void cutHeadIsAnEnd() {
    assertThatThrownBy(() -> HttpHead.read(stream("HTTP/1.1 200 OK\r\nX: a")))
        .isInstanceOf(EOFException.class);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), ISO_8859_1);
  }
}
