package cn.ecogate.alarm.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmPlan;
import cn.ecogate.alarm.entity.ChannelDraft;
import cn.ecogate.vocabulary.Rejected;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A channel that cannot work is not kept, and the sentence says at which field. */
class ChannelRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "erp.example.com", "ftp://erp", "http://", "https://a:b@erp/", "http://a b"})
  @DisplayName("Webhook 的地址须是 http 或 https，不带用户名")
  void aWebhookNeedsAnAddress(String address) {
    assertThat(field(webhook(address, "0123456789abcdef"), false)).isEqualTo("address");
  }

  @Test
  @DisplayName("签名密钥至少 16 个字符；已有的可以不再填写")
  void aWebhookNeedsASecret() {
    assertThat(field(webhook("https://erp/alarms", "short"), true)).isEqualTo("secret");
    assertThat(field(webhook("https://erp/alarms", ""), false)).isEqualTo("secret");
    assertThat(ChannelRules.checked(webhook("https://erp/alarms", ""), true).port()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "smtp host, 25, gate@example.com, a@b, address",
    "smtp.example.com, 0, gate@example.com, a@b, port",
    "smtp.example.com, 25, gate, a@b, sender",
    "smtp.example.com, 25, gate@example.com, boss, recipients",
    "smtp.example.com, 25, gate@example.com, ' ', recipients"
  })
  @DisplayName("邮件渠道：主机、端口、发件人、收件人各有一句话")
  void aMailChannelNeedsItsFields(
      String host, int port, String sender, String recipient, String field) {
    assertThat(field(mail(host, port, sender, List.of(recipient)), false)).isEqualTo(field);
  }

  @Test
  @DisplayName("升级：到时才升；到管理员必须比到环保专员久")
  void thePlanClimbsInOrder() {
    AlarmPlan usual = AlarmPlan.USUAL;
    assertThat(usual.level(Alarm.Severity.URGENT, Duration.ofSeconds(299))).isEqualTo(1);
    assertThat(usual.level(Alarm.Severity.URGENT, Duration.ofMinutes(5))).isEqualTo(2);
    assertThat(usual.level(Alarm.Severity.URGENT, Duration.ofDays(1))).isEqualTo(3);
    AlarmPlan upsideDown =
        new AlarmPlan(Map.of(Alarm.Severity.NOTICE, new AlarmPlan.Steps(60, 60)));
    assertThat(catchThrowableOfType(Rejected.class, () -> ChannelRules.check(upsideDown)).code())
        .isEqualTo("plan-order");
    AlarmPlan never = new AlarmPlan(Map.of(Alarm.Severity.NOTICE, new AlarmPlan.Steps(0, 60)));
    assertThat(catchThrowableOfType(Rejected.class, () -> ChannelRules.check(never)).code())
        .isEqualTo("plan-minutes");
  }

  @Test
  @DisplayName("重试间隔翻倍，最长一小时，三十次后放弃")
  void triesBecomeRarer() {
    assertThat(TellingPlan.after(1)).contains(Duration.ofSeconds(10));
    assertThat(TellingPlan.after(2)).contains(Duration.ofSeconds(20));
    assertThat(TellingPlan.after(29)).contains(Duration.ofHours(1));
    assertThat(TellingPlan.after(30)).isEmpty();
  }

  @Test
  @DisplayName("签名可用别的程序核对")
  void theSignatureIsHmac() {
    // echo -n '1.x' | openssl dgst -sha256 -hmac key
    assertThat(TellingText.signature("key", "1", "x"))
        .isEqualTo("fc4913c41a7bf793267e2a384f3261c9436ec2cd097bd745e7b0d99113f510ec");
  }

  private static String field(ChannelDraft draft, boolean secretKept) {
    return catchThrowableOfType(Rejected.class, () -> ChannelRules.checked(draft, secretKept))
        .field();
  }

  private static ChannelDraft webhook(String address, String secret) {
    return new ChannelDraft(
        null,
        ChannelDraft.Kind.WEBHOOK,
        "调度",
        true,
        Alarm.Severity.NOTICE,
        1,
        address,
        9,
        ChannelDraft.Security.TLS,
        "",
        secret,
        "",
        List.of(),
        0);
  }

  private static ChannelDraft mail(String host, int port, String sender, List<String> to) {
    return new ChannelDraft(
        null,
        ChannelDraft.Kind.MAIL,
        "邮箱",
        true,
        Alarm.Severity.NOTICE,
        1,
        host,
        port,
        ChannelDraft.Security.NONE,
        "",
        "",
        sender,
        to,
        0);
  }
}
