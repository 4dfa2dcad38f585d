package cn.ecogate.alarm.boundary;

import static cn.ecogate.alarm.entity.Alarm.Kind.DEVICE_SILENT;
import static cn.ecogate.alarm.entity.Alarm.Kind.UNEXPLAINED_LIFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.account.boundary.Vault;
import cn.ecogate.alarm.control.TellingText;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmChannel;
import cn.ecogate.alarm.entity.AlarmFilter;
import cn.ecogate.alarm.entity.AlarmNotice;
import cn.ecogate.alarm.entity.AlarmPlan;
import cn.ecogate.alarm.entity.AlarmStatistics;
import cn.ecogate.alarm.entity.ChannelDraft;
import cn.ecogate.alarm.entity.QuietHours;
import cn.ecogate.alarm.entity.ToldAnswer;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.testing.Clause;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.testing.SignedIn;
import cn.ecogate.vocabulary.Rejected;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Alarms climb until somebody acknowledges them, and are told outside once per change. */
@Clause("HJ 1321-2023 告警")
class AlarmToldIT {

  private static final String SECRET = "a-secret-of-the-peer";

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  @TempDir static Path folder;

  private final SettableClock clock = SettableClock.atSomeMorning();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile int answer = 200;
  private HttpServer peer;
  private Vault vault;

  /** What the peer was sent. */
  private record Call(String delivery, String timestamp, String signature, String body) {

    JsonObject json() {
      return Json.createReader(new StringReader(body)).readObject();
    }

    String event() {
      return json().getString("event");
    }
  }

  @BeforeEach
  void aPeerOfOurOwn() throws SQLException, IOException {
    database.empty();
    vault = new Vault(folder.resolve("data").toString());
    peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    peer.createContext("/alarms", this::take);
    peer.start();
    channels(
        desk -> {
          desk.change(plan(15, 60));
          return null;
        });
  }

  @AfterEach
  void closeThePeer() {
    peer.stop(0);
  }

  @Test
  @DisplayName("新告警、确认、关闭各通知一次，重复发生不再通知；签名可核对")
  void everyChangeIsToldOnce() {
    keep(webhook(1));
    raise();
    raise();
    assertThat(worker().runOnce()).isEqualTo(1);
    assertThat(worker().runOnce()).isZero();
    long id = alarms(all -> all.find(AlarmFilter.any(), null, 9).rows().get(0).getId());
    alarms(all -> all.acknowledge(id));
    alarms(all -> all.acknowledge(id));
    alarms(all -> all.close(id, Alarm.Finding.FALSE_ALARM, "风吹"));
    worker().runOnce();
    assertThat(calls).extracting(Call::event).containsExactly("RAISED", "ACKNOWLEDGED", "CLOSED");
    Call last = calls.get(2);
    assertThat(last.signature())
        .isEqualTo("sha256=" + TellingText.signature(SECRET, last.timestamp(), last.body()));
    JsonObject alarm = last.json().getJsonObject("alarm");
    assertThat(alarm.getString("finding")).isEqualTo("FALSE_ALARM");
    assertThat(alarm.getString("cause")).isEqualTo("风吹");
    assertThat(alarm.getInt("occurrences")).isEqualTo(2);
  }

  @Test
  @DisplayName("对方不收：十秒后、再二十秒后重试，编号不变；收下后不再发")
  void aRefusedOneIsTriedAgain() {
    keep(webhook(1));
    raise();
    answer = 503;
    worker().runOnce();
    worker().runOnce();
    assertThat(calls).hasSize(1);
    clock.forward(Duration.ofSeconds(10));
    worker().runOnce();
    assertThat(calls).hasSize(2);
    answer = 204;
    clock.forward(Duration.ofSeconds(10));
    worker().runOnce();
    assertThat(calls).as("the second pause is twenty seconds").hasSize(2);
    clock.forward(Duration.ofSeconds(10));
    worker().runOnce();
    clock.forward(Duration.ofHours(2));
    worker().runOnce();
    assertThat(calls).hasSize(3);
    assertThat(calls).extracting(Call::delivery).containsOnly(calls.get(0).delivery());
    AlarmNotice notice = channels(desk -> desk.lastTold(channel().getId(), 9)).get(0);
    assertThat(notice.getState()).isEqualTo(AlarmNotice.State.TOLD);
    assertThat(notice.getTries()).isEqualTo(3);
  }

  @Test
  @DisplayName("静默时段：重要的等到结束再通知一次，紧急的照样马上通知")
  void quietHoursHoldWhatIsNotUrgent() {
    // Half past four in the afternoon at the plant.
    keep(quiet(webhook(1), new QuietHours(LocalTime.of(16, 0), LocalTime.of(18, 0))));
    raise();
    assertThat(worker().runOnce()).isZero();
    desk(desk -> desk.raise(Alarm.Kind.DEVICE_SILENT, "A-01-camera", "摄像机失联"));
    assertThat(worker().runOnce()).isEqualTo(1);
    clock.forward(Duration.ofMinutes(89));
    assertThat(worker().runOnce()).isZero();
    clock.forward(Duration.ofMinutes(1));
    assertThat(worker().runOnce()).isEqualTo(1);
    assertThat(worker().runOnce()).isZero();
    assertThat(calls)
        .extracting(call -> call.json().getJsonObject("alarm").getString("subject"))
        .containsExactly("A-01-camera", "A-01");
  }

  @Test
  @DisplayName("领走后断电：租期过后再发，编号不变")
  void aClaimedOneComesBack() {
    keep(webhook(1));
    raise();
    assertThat(box().claim("another-node", NoticeWorker.LEASE)).hasSize(1);
    worker().runOnce();
    assertThat(calls).isEmpty();
    clock.forward(NoticeWorker.LEASE);
    worker().runOnce();
    assertThat(calls).hasSize(1);
  }

  @Test
  @DisplayName("无人确认：到时升给环保专员，再升给管理员，各一次；按级别通知不同的人")
  void anUnacknowledgedAlarmClimbs() {
    keep(webhook(2));
    raise();
    worker().runOnce();
    assertThat(calls).as("level 2 hears nothing of a fresh one").isEmpty();
    clock.forward(Duration.ofMinutes(15).minusMillis(1));
    assertThat(escalate()).isZero();
    clock.forward(Duration.ofMillis(1));
    assertThat(escalate()).isEqualTo(1);
    assertThat(escalate()).isZero();
    clock.forward(Duration.ofMinutes(45));
    assertThat(escalate()).isEqualTo(1);
    clock.forward(Duration.ofDays(1));
    assertThat(escalate()).isZero();
    worker().runOnce();
    assertThat(calls).extracting(Call::event).containsExactly("LEVEL_2", "LEVEL_3");
    desk(desk -> desk.clear(UNEXPLAINED_LIFT, "A-01"));
    worker().runOnce();
    assertThat(calls).extracting(Call::event).endsWith("CLEARED");
  }

  @Test
  @DisplayName("确认之后不再升级；停机很久再开，直接升到应到的一级")
  void anAcknowledgedOneStays() {
    raise();
    long id = alarms(all -> all.find(AlarmFilter.any(), null, 9).rows().get(0).getId());
    alarms(all -> all.acknowledge(id));
    desk(desk -> desk.raise(DEVICE_SILENT, "A-01-camera", "没有数据"));
    clock.forward(Duration.ofDays(3));
    assertThat(escalate()).isEqualTo(1);
    List<Alarm> all = alarms(one -> one.find(AlarmFilter.any(), null, 9).rows());
    assertThat(all).extracting(Alarm::getLevel).containsExactly(3, 1);
  }

  @Test
  @DisplayName("没有听说过的渠道，不会收到已关闭")
  void whoeverNeverHeardIsNotToldTheEnd() {
    raise();
    keep(webhook(1));
    desk(desk -> desk.clear(UNEXPLAINED_LIFT, "A-01"));
    assertThat(worker().runOnce()).isZero();
  }

  @Test
  @DisplayName("邮件：真的 SMTP，两个收件人，中文主题，登录用封存的密码")
  void mailReachesItsPeople() throws IOException {
    try (MailPeer post = new MailPeer()) {
      keep(mail(post.port()));
      raise();
      worker().runOnce();
      assertThat(post.conversations()).hasSize(1);
      String said = post.conversations().get(0);
      String login =
          Base64.getEncoder().encodeToString("gate\0gate\0secret".getBytes(StandardCharsets.UTF_8));
      assertThat(said)
          .contains(
              "AUTH PLAIN " + login, "RCPT TO:<officer@example.com>", "RCPT TO:<boss@example.com>")
          .contains("Subject: =?UTF-8?B?", "X-EcoGate-Delivery: ");
    }
  }

  @Test
  @DisplayName("试发说明是试发，并说出对方的回答；没有对方时说连接不上")
  void aTrialTellsTheAnswer() {
    long id = keep(webhook(1));
    assertThat(trial(id)).isEqualTo(new ToldAnswer.Taken("HTTP 200"));
    assertThat(calls.get(0).json().getJsonObject("alarm").getString("sentence")).contains("试发");
    peer.stop(0);
    assertThat(trial(id)).isInstanceOf(ToldAnswer.NotTaken.class).asString().contains("连接不上");
  }

  @Test
  @DisplayName("密钥只有封存的字节，不写则保留；前后进台账，密钥不进")
  void theSecretIsSealed() throws SQLException {
    long id = keep(webhook(1));
    ChannelDraft kept = channel().draft();
    assertThat(kept.secret()).isEmpty();
    channels(desk -> desk.keep(named(kept, "新名字")));
    raise();
    worker().runOnce();
    assertThat(calls.get(0).signature())
        .isEqualTo(
            "sha256="
                + TellingText.signature(SECRET, calls.get(0).timestamp(), calls.get(0).body()));
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT text FROM ledger_entry ORDER BY seq")) {
      StringBuilder ledger = new StringBuilder();
      while (rows.next()) {
        ledger.append(rows.getString(1));
      }
      assertThat(ledger.toString())
          .contains("act: alarm-channel-added", "after-name: 新名字", "password: changed")
          .doesNotContain(SECRET);
    }
    assertThatThrownBy(() -> channels(desk -> desk.keep(named(kept, "旧页面"))))
        .isInstanceOfSatisfying(
            Rejected.class, why -> assertThat(why.code()).isEqualTo("stale-edit"));
    assertThat(new String(channel().getSecret(), StandardCharsets.ISO_8859_1))
        .doesNotContain(SECRET);
    assertThat(id).isPositive();
  }

  @Test
  @DisplayName("统计：各种告警多久确认、多久了结，取中间值")
  void openTimesAreCounted() {
    raise();
    clock.forward(Duration.ofMinutes(4));
    long id = alarms(all -> all.find(AlarmFilter.any(), null, 9).rows().get(0).getId());
    alarms(all -> all.acknowledge(id));
    clock.forward(Duration.ofMinutes(6));
    alarms(all -> all.close(id, Alarm.Finding.DEALT_WITH, "已处理"));
    AlarmStatistics one =
        alarms(all -> all.statistics(clock.instant().minus(Duration.ofDays(1)))).get(0);
    assertThat(one.toAcknowledge()).contains(Duration.ofMinutes(4));
    assertThat(one.open()).isEqualTo(Duration.ofMinutes(10));
    assertThat(one.standing()).isZero();
  }

  private void take(HttpExchange call) throws IOException {
    calls.add(
        new Call(
            call.getRequestHeaders().getFirst("X-EcoGate-Delivery"),
            call.getRequestHeaders().getFirst("X-EcoGate-Timestamp"),
            call.getRequestHeaders().getFirst("X-EcoGate-Signature"),
            new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    call.sendResponseHeaders(answer, -1);
    call.close();
  }

  private ChannelDraft webhook(int level) {
    return new ChannelDraft(
        null,
        ChannelDraft.Kind.WEBHOOK,
        "调度中心",
        true,
        Alarm.Severity.NOTICE,
        level,
        "http://127.0.0.1:" + peer.getAddress().getPort() + "/alarms",
        0,
        ChannelDraft.Security.NONE,
        "",
        SECRET,
        "",
        List.of(),
        0);
  }

  private static ChannelDraft quiet(ChannelDraft draft, QuietHours hours) {
    return new ChannelDraft(
        draft.id(),
        draft.kind(),
        draft.name(),
        draft.enabled(),
        draft.severity(),
        draft.level(),
        draft.address(),
        draft.port(),
        draft.security(),
        draft.user(),
        draft.secret(),
        draft.sender(),
        draft.recipients(),
        Optional.of(hours),
        draft.version());
  }

  private static ChannelDraft mail(int port) {
    return new ChannelDraft(
        null,
        ChannelDraft.Kind.MAIL,
        "值班邮箱",
        true,
        Alarm.Severity.SERIOUS,
        1,
        "127.0.0.1",
        port,
        ChannelDraft.Security.NONE,
        "gate",
        "secret",
        "gate@example.com",
        List.of("officer@example.com", "boss@example.com"),
        0);
  }

  private static ChannelDraft named(ChannelDraft draft, String name) {
    return new ChannelDraft(
        draft.id(),
        draft.kind(),
        name,
        draft.enabled(),
        draft.severity(),
        draft.level(),
        draft.address(),
        draft.port(),
        draft.security(),
        draft.user(),
        "",
        draft.sender(),
        draft.recipients(),
        draft.version());
  }

  private static AlarmPlan plan(int toOfficer, int toAdministrator) {
    Map<Alarm.Severity, AlarmPlan.Steps> steps = new EnumMap<>(Alarm.Severity.class);
    for (Alarm.Severity severity : Alarm.Severity.values()) {
      steps.put(severity, new AlarmPlan.Steps(toOfficer, toAdministrator));
    }
    return new AlarmPlan(steps);
  }

  private long keep(ChannelDraft draft) {
    return channels(desk -> desk.keep(draft));
  }

  private AlarmChannel channel() {
    List<AlarmChannel> all = channels(AlarmChannels::all);
    return all.get(0);
  }

  private void raise() {
    desk(desk -> desk.raise(UNEXPLAINED_LIFT, "A-01", "道闸升起"));
  }

  private void desk(Consumer<AlarmDesk> act) {
    in(
        em -> {
          act.accept(new AlarmDesk(em, clock, new HeardEvents<>()));
          return null;
        });
  }

  private int escalate() {
    return in(
        em -> {
          Escalation escalation = new Escalation();
          escalation.em = em;
          escalation.clock = clock;
          escalation.changed = new HeardEvents<>();
          return escalation.runOnce();
        });
  }

  private <T> T alarms(Function<Alarms, T> work) {
    return in(
        em -> {
          Alarms alarms = new Alarms();
          alarms.em = em;
          alarms.clock = clock;
          alarms.changed = new HeardEvents<>();
          alarms.ledger = new Ledger(em, clock, new HeardEvents<>());
          alarms.session = SignedIn.as("guard");
          return work.apply(alarms);
        });
  }

  private <T> T channels(Function<AlarmChannels, T> work) {
    return in(
        em -> {
          AlarmChannels desk = new AlarmChannels();
          desk.em = em;
          desk.clock = clock;
          desk.vault = vault;
          desk.ledger = new Ledger(em, clock, new HeardEvents<>());
          desk.session = SignedIn.as("admin");
          return work.apply(desk);
        });
  }

  private ToldAnswer trial(long id) {
    return in(
        em -> {
          ChannelTrial trial = new ChannelTrial();
          trial.channels = new AlarmChannels();
          trial.channels.em = em;
          trial.call = call();
          trial.clock = clock;
          return trial.run(id);
        });
  }

  private ChannelCall call() {
    ChannelCall call = new ChannelCall();
    call.vault = vault;
    call.clock = clock;
    return call;
  }

  private NoticeWorker worker() {
    NoticeWorker worker = new NoticeWorker();
    worker.box = box();
    worker.call = call();
    return worker;
  }

  /** Each in a transaction of its own, as the container does it. */
  private NoticeBox box() {
    return new NoticeBox() {
      @Override
      public List<Claimed> claim(String node, Duration lease) {
        return in(em -> plain(em).claim(node, lease));
      }

      @Override
      public void settle(long id, String node, ToldAnswer answer) {
        in(
            em -> {
              plain(em).settle(id, node, answer);
              return null;
            });
      }
    };
  }

  private NoticeBox plain(EntityManager em) {
    NoticeBox box = new NoticeBox();
    box.em = em;
    box.clock = clock;
    return box;
  }

  private static <T> T in(Function<EntityManager, T> work) {
    return database.inTransaction(work);
  }
}
