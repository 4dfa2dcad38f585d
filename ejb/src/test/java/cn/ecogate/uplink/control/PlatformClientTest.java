package cn.ecogate.uplink.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.ecogate.ledger.entity.RecordText;
import cn.ecogate.simulator.platform.Enterprise;
import cn.ecogate.simulator.platform.FailMode;
import cn.ecogate.simulator.platform.FakePlatform;
import cn.ecogate.site.entity.PlatformEntry;
import cn.ecogate.site.entity.PlatformSecurity;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.uplink.Vectors;
import cn.ecogate.uplink.entity.Answer;
import cn.ecogate.uplink.entity.CallMade;
import cn.ecogate.uplink.entity.CallMade.Ending;
import cn.ecogate.uplink.entity.CallMade.Purpose;
import cn.ecogate.uplink.entity.Exchange;
import cn.ecogate.uplink.entity.RecordKind;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("与平台通话：令牌、签名、各种不顺")
class PlatformClientTest {

  private static final String PATH = "/access/api/dataReceive/";

  @TempDir Path dataDir;
  private final SettableClock clock = SettableClock.atSomeMorning();
  private Path publicKey;
  private FakePlatform platform;

  @BeforeEach
  void start() throws IOException {
    publicKey = dataDir.resolve("province.pub.pem");
    Files.writeString(publicKey, Vectors.text("test-key.pub.pem"));
    platform =
        FakePlatform.start(
            0,
            List.of(new Enterprise("province", PATH, "530181000001", "plant", "secret", publicKey)),
            dataDir,
            clock,
            Duration.ofSeconds(30));
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  @DisplayName("带签名的记录被收下，重发的不重复存")
  void isAcceptedOnce() {
    PlatformClient client = client("secret");
    assertThat(client.sendRecord(RecordKind.PASSAGE, truck()).answer())
        .isInstanceOf(Answer.Accepted.class);
    assertThat(client.sendRecord(RecordKind.PASSAGE, truck()).answer())
        .isEqualTo(new Answer.Accepted("记录已存在（代码 200）"));
    assertThat(platform.keys()).containsExactly("530181000001A0120261121083000123");
    assertThat(platform.duplicates()).isEqualTo(1);
  }

  @Test
  @DisplayName("公钥不符：签名被平台识破，记录不算被拒")
  void aWrongKeyIsNoticed() throws IOException {
    Files.writeString(
        publicKey, Vectors.text("test-key.pub.pem").replaceFirst("[A-Za-z0-9+/]{60}", "AAAA"));
    assertThat(client("secret").sendRecord(RecordKind.PASSAGE, truck()).answer())
        .isInstanceOf(Answer.TryAgain.class);
    assertThat(platform.records()).isEmpty();
  }

  @Test
  @DisplayName("令牌中途失效：重取一次，记录照样送达")
  void aLostTokenIsRenewed() {
    PlatformClient client = client("secret");
    client.sendHeartbeat(heartbeat());
    platform.fail(FailMode.TOKEN, 1);
    assertThat(client.sendRecord(RecordKind.PASSAGE, truck()).answer())
        .isInstanceOf(Answer.Accepted.class);
    assertThat(platform.records()).hasSize(1);
  }

  @Test
  @DisplayName("令牌到期前先换新的")
  void anOldTokenIsReplacedBeforeItEnds() {
    PlatformClient client = client("secret");
    assertThat(client.sendHeartbeat(heartbeat()).answer()).isInstanceOf(Answer.Accepted.class);
    clock.forward(Duration.ofHours(3));
    assertThat(client.sendHeartbeat(heartbeat()).answer()).isInstanceOf(Answer.Accepted.class);
    assertThat(platform.heartbeats()).isEqualTo(2);
  }

  @Test
  @DisplayName("平台一直不认令牌：稍后再试，不无限重取")
  void aTokenRefusedTwiceIsTrouble() {
    platform.fail(FailMode.TOKEN, -1);
    assertThat(client("secret").sendRecord(RecordKind.PASSAGE, truck()).answer())
        .isEqualTo(new Answer.TryAgain("平台不认刚取的令牌：令牌已失效（HTTP 401）", true));
  }

  @Test
  @DisplayName("密码不对：说明是令牌拿不到")
  void aWrongPasswordIsSaid() {
    assertThat(client("wrong").sendRecord(RecordKind.PASSAGE, truck()).answer())
        .isEqualTo(new Answer.TryAgain("平台不给令牌：账号或密码不对（代码 40101）", true));
  }

  @Test
  @DisplayName("平台 500：稍后再试，线路本身是通的")
  void aServerErrorIsTriedAgain() {
    platform.fail(FailMode.ERROR, 1);
    assertThat(client("secret").sendRecord(RecordKind.PASSAGE, truck()).answer())
        .isEqualTo(new Answer.TryAgain("系统繁忙（HTTP 500）", true));
  }

  @Test
  @DisplayName("平台拒收：带回平台的原话")
  void aRefusalBringsThePlatformsWords() {
    platform.fail(FailMode.REFUSE, 1);
    assertThat(client("secret").sendRecord(RecordKind.PASSAGE, truck()).answer())
        .isEqualTo(new Answer.RefusedForGood("号牌颜色与车辆类型不符（代码 40001）"));
  }

  @Test
  @DisplayName("答复前断线：线路可疑，再发一次平台认得出")
  void aCutLineIsInDoubt() {
    platform.fail(FailMode.CUT, 1);
    PlatformClient client = client("secret");
    assertThat(client.sendRecord(RecordKind.PASSAGE, truck()).answer())
        .satisfies(answer -> assertThat(answer.words()).startsWith("与平台的连接中断"))
        .isInstanceOfSatisfying(
            Answer.TryAgain.class, again -> assertThat(again.reached()).isFalse());
    assertThat(client.sendRecord(RecordKind.PASSAGE, truck()).answer())
        .isInstanceOf(Answer.Accepted.class);
    assertThat(platform.records()).hasSize(1);
  }

  @Test
  @DisplayName("平台迟迟不答：到时限就放手")
  void aSlowPlatformIsNotWaitedFor() {
    PlatformClient client = client("secret", Duration.ofMillis(300));
    client.sendHeartbeat(heartbeat());
    platform.fail(FailMode.SLOW, 1);
    assertThat(client.sendRecord(RecordKind.PASSAGE, truck()).answer())
        .isEqualTo(new Answer.TryAgain("平台在 0 秒内没有答复", false));
  }

  @Test
  @DisplayName("平台关机：连不上")
  void aPlatformThatIsOffIsSaid() {
    PlatformClient client = client("secret");
    platform.close();
    assertThat(client.sendRecord(RecordKind.PASSAGE, truck()).answer())
        .isInstanceOfSatisfying(
            Answer.TryAgain.class,
            again -> {
              assertThat(again.reached()).isFalse();
              assertThat(again.words()).startsWith("连不上平台");
            });
  }

  @Test
  @DisplayName("每次通话都留底：取令牌、被拒令牌、重发；令牌本身不留")
  void everyCallIsNoted() {
    PlatformClient client = client("secret");
    client.sendHeartbeat(heartbeat());
    platform.fail(FailMode.TOKEN, 1);
    List<CallMade> calls = client.sendRecord(RecordKind.PASSAGE, truck()).calls();
    assertThat(calls)
        .extracting(CallMade::purpose, CallMade::status, CallMade::ending)
        .containsExactly(
            tuple(Purpose.RECORD, 401, Ending.AGAIN),
            tuple(Purpose.TOKEN, 200, Ending.ACCEPTED),
            tuple(Purpose.RECORD, 200, Ending.ACCEPTED));
    assertThat(calls.get(0).requestDigest())
        .matches("[0-9a-f]{64}")
        .isEqualTo(calls.get(2).requestDigest());
    assertThat(calls.get(1).answer()).isEqualTo("已给令牌，内容不留存");
    assertThat(calls.get(2).answer()).contains("成功");

    platform.close();
    assertThat(client.sendRecord(RecordKind.PASSAGE, truck()).calls())
        .extracting(CallMade::status, CallMade::ending)
        .containsExactly(tuple(0, Ending.NO_ANSWER));
  }

  @Test
  @DisplayName("平台把口令原样写进答复，留底里也没有它；客户端的文字里没有任何秘密")
  void whatIsKeptHasNoSecret() throws IOException {
    String password = "s3cret-of-the-plant";
    HttpServer echo =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    echo.createContext(
        "/",
        exchange -> {
          byte[] asked = exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(403, asked.length);
          exchange.getResponseBody().write(asked);
          exchange.close();
        });
    echo.start();
    try {
      PlatformClient client =
          new PlatformClient(
              "http://127.0.0.1:" + echo.getAddress().getPort() + "/",
              Vectors.yunnan(),
              new PlatformClient.Credentials("530181000001", "plant", password, Vectors.key()),
              HttpClient.newHttpClient(),
              clock,
              Duration.ofSeconds(10));
      Exchange exchange = client.sendRecord(RecordKind.PASSAGE, truck());
      assertThat(exchange.calls()).hasSize(1);
      assertThat(exchange.toString()).contains("（略）").doesNotContain(password);
    } finally {
      echo.stop(0);
    }
    PlatformEntry entry =
        new PlatformEntry(
            "province",
            "省级平台",
            "yunnan",
            "https://platform.example/",
            "plant",
            password,
            "keys/plant.p12",
            new PlatformSecurity(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                password,
                Optional.of(new PlatformSecurity.Proxy("proxy", 3128, "plant", password))));
    assertThat(entry.toString() + entry.line() + entry.line().proxy()).doesNotContain(password);
  }

  private PlatformClient client(String password) {
    return client(password, Duration.ofSeconds(10));
  }

  private PlatformClient client(String password, Duration patience) {
    return new PlatformClient(
        "http://127.0.0.1:" + platform.port() + PATH,
        Vectors.yunnan(),
        new PlatformClient.Credentials("530181000001", "plant", password, Vectors.key()),
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
        clock,
        patience);
  }

  private static JsonObject truck() {
    return new ProfileMapping(Vectors.yunnan())
        .record(
            RecordKind.PASSAGE,
            RecordText.of(Vectors.text("refused-truck.txt")),
            digest -> Optional.of("A".repeat(4000)));
  }

  private JsonObject heartbeat() {
    return new ProfileMapping(Vectors.yunnan())
        .heartbeat(cn.ecogate.passage.Sites.oneGate(), Map.of(), clock.instant());
  }
}
