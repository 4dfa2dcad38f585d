package cn.ecogate.uplink.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.site.entity.PlatformSecurity;
import cn.ecogate.site.entity.PlatformSecurity.Proxy;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.uplink.Vectors;
import cn.ecogate.uplink.control.PlatformClient;
import cn.ecogate.uplink.entity.Answer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("线路的安全：信谁、出示什么、走哪个代理，不成时一句话说清")
class SecureLineTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  /** SHA-256 of the public key in server.p12, as openssl tells it. */
  private static final String SERVER_PIN =
      "8e5a0f8b77e4967aa1fb107f4e66952a2247b86f6d85ff220383a5d96161a91a";

  @TempDir Path folder;
  private final List<HttpServer> servers = new ArrayList<>();

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
  }

  @Test
  @DisplayName("平台自己的机构写进 trust 就通；不写，说明要写")
  void aPrivateAuthorityIsTrustedWhenNamed() throws Exception {
    String url = platform("server.p12", false);
    assertThat(says(url, trusting("ca.pem"))).isEqualTo("成功");
    assertThat(says(url, PlatformSecurity.USUAL)).contains("不是本机信任的机构签发的").contains("trust");
  }

  @Test
  @DisplayName("证书过期、证书是别处的，各有一句")
  void aBadCertificateIsSaid() throws Exception {
    assertThat(says(platform("expired.p12", false), trusting("ca.pem"))).contains("证书已过期");
    assertThat(says(platform("elsewhere.p12", false), trusting("ca.pem"))).contains("不是发给这个地址的");
  }

  @Test
  @DisplayName("登记了公钥指纹就只认它，不问谁签发；换了密钥要说出来")
  void onlyThePinnedKeyIsSpokenTo() throws Exception {
    assertThat(says(platform("server.p12", false), pinned(SERVER_PIN))).isEqualTo("成功");
    assertThat(says(platform("elsewhere.p12", false), pinned(SERVER_PIN)))
        .contains("不是登记的那一把")
        .contains("冒充");
  }

  @Test
  @DisplayName("平台要看本厂证书：出示就通，不出示就说明")
  void ourCertificateIsShown() throws Exception {
    String url = platform("server.p12", true);
    PlatformSecurity shown =
        new PlatformSecurity(
            Optional.of(file("ca.pem")),
            Optional.empty(),
            Optional.of(file("client.p12")),
            "changeit",
            Optional.empty());
    assertThat(says(url, shown)).isEqualTo("成功");
    assertThat(says(url, trusting("ca.pem"))).contains("本厂的证书").contains("client-key");
  }

  @Test
  @DisplayName("经代理出去：口令给代理，口令不对要说出来")
  void goesThroughAProxy() throws Exception {
    int port = proxy("plant", "through-please");
    assertThat(says("http://platform.invalid/", through(port, "through-please"))).isEqualTo("成功");
    assertThat(says("http://platform.invalid/", through(port, "wrong"))).contains("代理");
  }

  @Test
  @DisplayName("信任的文件里没有证书、密钥库口令不对：启动时就说，不带口令")
  void wrongFilesAreSaid() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
    assertThatThrownBy(
            () ->
                SecureLine.client(
                    new PlatformSecurity(
                        Optional.of(empty.toString()),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty())))
        .hasMessageContaining("没有 PEM 格式的证书");
    PlatformSecurity wrong =
        new PlatformSecurity(
            Optional.empty(),
            Optional.empty(),
            Optional.of(file("client.p12")),
            "not-this-one",
            Optional.empty());
    assertThatThrownBy(() -> SecureLine.client(wrong))
        .hasMessageContaining("keystore-password 不对")
        .hasMessageNotContaining("not-this-one");
  }

  /** What the platform's page would show, or the words of the platform. */
  private static String says(String url, PlatformSecurity security) {
    PlatformClient client =
        new PlatformClient(
            url,
            Vectors.yunnan(),
            new PlatformClient.Credentials("530181000001", "plant", "secret", Vectors.key()),
            SecureLine.client(security),
            SettableClock.atSomeMorning(),
            Duration.ofSeconds(10));
    Answer answer =
        client.sendHeartbeat(Json.createObjectBuilder().add("enterpriseNo", "1").build()).answer();
    return answer.match(Answer.Accepted::words, Answer.RefusedForGood::words, Answer::words);
  }

  private PlatformSecurity trusting(String certificates) throws IOException {
    return new PlatformSecurity(
        Optional.of(file(certificates)), Optional.empty(), Optional.empty(), "", Optional.empty());
  }

  private static PlatformSecurity pinned(String pin) {
    return new PlatformSecurity(
        Optional.empty(), Optional.of(pin), Optional.empty(), "", Optional.empty());
  }

  private static PlatformSecurity through(int port, String password) {
    return new PlatformSecurity(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.of(new Proxy("127.0.0.1", port, "plant", password)));
  }

  private String platform(String keystore, boolean asksForOurs)
      throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(resource(keystore), PASSWORD);
    keys.init(own, PASSWORD);
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, null);
    authorities.setCertificateEntry(
        "ca", CertificateFactory.getInstance("X.509").generateCertificate(resource("ca.pem")));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters asked = context.getDefaultSSLParameters();
            asked.setNeedClientAuth(asksForOurs);
            parameters.setSSLParameters(asked);
          }
        });
    server.createContext("/", SecureLineTest::yes);
    server.start();
    servers.add(server);
    return "https://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** A proxy that asks for a password and then answers in the platform's place. */
  private int proxy(String user, String password) throws IOException {
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          if (expected.equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"))) {
            yes(exchange);
          } else {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"plant\"");
            exchange.sendResponseHeaders(407, -1);
            exchange.close();
          }
        });
    server.start();
    servers.add(server);
    return server.getAddress().getPort();
  }

  private static void yes(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] answer =
        "{\"success\":true,\"message\":\"成功\",\"data\":{\"token\":\"a-token\"}}"
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String file(String name) throws IOException {
    Path copy = folder.resolve(name);
    try (InputStream in = resource(name)) {
      Files.write(copy, in.readAllBytes());
    }
    return copy.toString();
  }

  private static InputStream resource(String name) {
    return SecureLineTest.class.getResourceAsStream("/uplink/tls/" + name);
  }
}
