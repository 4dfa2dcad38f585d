package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("请求的切分：无论字节怎样到来")
class HttpCallReaderTest {

  private static final int LIMIT = 1_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 1_000})
  @DisplayName("逐字节或成块到来，切出的请求都一样；一个接一个也不串")
  void requestsAreTheSameHoweverTheyArrive(int piece) throws WireException {
    String stream =
        "POST /a HTTP/1.1\r\n"
            + "Content-Length: 5\r\n\r\n"
            + "hello\r\n"
            + "POST /b HTTP/1.1\n"
            + "Transfer-Encoding: chunked\n\n"
            + "3\n"
            + "abc\n"
            + "4;x=y\r\n"
            + "defg\r\n"
            + "0\r\n"
            + "T: 1\r\n\r\n"
            + "GET /c HTTP/1.0\r\n\r\n"
            + "PUT /d HTTP/1.1\r\n"
            + "Content-Length: 0\r\n\r\n";

    assertThat(requests(stream.getBytes(UTF_8), piece))
        .containsExactly("POST /a hello", "POST /b abcdefg", "GET /c ", "PUT /d ");
  }

  @Test
  @DisplayName("头一完整就可以问是谁，不必等请求体")
  void headIsKnownBeforeTheBody() throws WireException {
    HttpCallReader reader = new HttpCallReader(LIMIT);
    feed(reader, "POST /cameras/x HTTP/1.1\r\nContent-Length: 500\r\nConnection: close\r\n\r\n12");

    assertThat(reader.complete()).isFalse();
    assertThat(reader.announced()).isEqualTo(500);
    assertThat(reader.call())
        .hasValueSatisfying(
            call -> {
              assertThat(call.target()).isEqualTo("/cameras/x");
              assertThat(call.keepsOpen()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|hello world",
        "400|post /a HTTP/1.1",
        "505|POST /a HTTP/2.0",
        "411|POST /a HTTP/1.1",
        "400|POST /a HTTP/1.1~Content-Length: 5x",
        "400|POST /a HTTP/1.1~Content-Length: -5",
        "400|POST /a HTTP/1.1~Content-Length: 5~Content-Length: 6",
        "413|POST /a HTTP/1.1~Content-Length: 1001",
        "413|POST /a HTTP/1.1~Content-Length: 999999999999999999",
        "400|POST /a HTTP/1.1~Content-Length: 9999999999999999999",
        "501|POST /a HTTP/1.1~Transfer-Encoding: gzip",
        "413|POST /a HTTP/1.1~Transfer-Encoding: chunked~~3e9",
        "413|POST /a HTTP/1.1~Transfer-Encoding: chunked~~ffffffff",
        "400|POST /a HTTP/1.1~Transfer-Encoding: chunked~~fffffffff",
        "400|POST /a HTTP/1.1~Transfer-Encoding: chunked~~zz",
        "400|POST /a HTTP/1.1~Transfer-Encoding: chunked~~-1",
        "400|POST /a HTTP/1.1~Transfer-Encoding: chunked~~1~abc",
      })
  @DisplayName("不合规矩的请求各有各的状态码")
  void lawlessRequestIsRefused(int status, String request) {
    HttpCallReader reader = new HttpCallReader(LIMIT);

    assertThatThrownBy(() -> feed(reader, request.replace("~", "\r\n") + "\r\n\r\n"))
        .isInstanceOfSatisfying(HttpRefusal.class, e -> assertThat(e.status()).isEqualTo(status));
  }

  @Test
  @DisplayName("没完没了的头、分块头、尾部都有上限")
  void nothingIsEndless() {
    assertThatThrownBy(() -> feed(new HttpCallReader(LIMIT), "X".repeat(20_000)))
        .isInstanceOf(HttpRefusal.class);
    assertThatThrownBy(
            () ->
                feed(
                    new HttpCallReader(LIMIT),
                    "POST / HTTP/1.1\r\n" + "a: b\r\n".repeat(200) + "\r\n"))
        .isInstanceOf(HttpRefusal.class);
    assertThatThrownBy(
            () ->
                feed(
                    new HttpCallReader(LIMIT),
                    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + "1".repeat(300)))
        .isInstanceOf(HttpRefusal.class);
  }

  @Test
  @DisplayName("地址里的密钥不出现在文字里")
  void secretIsNotPrinted() throws WireException {
    HttpCallReader reader = new HttpCallReader(LIMIT);
    feed(reader, "GET /cameras/A-01-camera/s3cret HTTP/1.1\r\n\r\n");

    assertThat(reader.call().orElseThrow().toString()).doesNotContain("s3cret");
    assertThat(CameraDoor.read("/cameras/A-01-camera/s3cret").orElseThrow().toString())
        .doesNotContain("s3cret");
  }

  private static List<String> requests(byte[] stream, int piece) throws WireException {
    HttpCallReader reader = new HttpCallReader(LIMIT);
    List<String> requests = new ArrayList<>();
    for (int from = 0; from < stream.length; from += piece) {
      reader.feed(stream, from, Math.min(piece, stream.length - from));
      while (reader.complete()) {
        HttpCall call = reader.call().orElseThrow();
        requests.add(call.method() + " " + call.target() + " " + new String(reader.body(), UTF_8));
        reader.next();
      }
    }
    return requests;
  }

  private static void feed(HttpCallReader reader, String text) throws WireException {
    byte[] bytes = text.getBytes(UTF_8);
    reader.feed(bytes, 0, bytes.length);
  }
}
