package cn.ecogate.alarm.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmChannel;
import cn.ecogate.alarm.entity.ChannelDraft;
import cn.ecogate.alarm.entity.QuietHours;
import cn.ecogate.vocabulary.Rejected;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A channel's hours of peace, on the plant's clock. */
class QuietHoursTest {

  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30));
  private static final QuietHours NOON = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));

  @Test
  @DisplayName("跨夜的静默：22:00 起，到次日 07:30 止，两端各准到一刻")
  void overNight() {
    assertThat(NIGHT.endAfter(at("2026-11-28T21:59:59"))).isEmpty();
    assertThat(NIGHT.endAfter(at("2026-11-28T22:00:00"))).contains(at("2026-11-29T07:30:00"));
    assertThat(NIGHT.endAfter(at("2026-11-29T07:29:59"))).contains(at("2026-11-29T07:30:00"));
    assertThat(NIGHT.endAfter(at("2026-11-29T07:30:00"))).isEmpty();
  }

  @Test
  @DisplayName("白天的静默当天结束")
  void atNoon() {
    assertThat(NOON.endAfter(at("2026-11-28T12:00:00"))).contains(at("2026-11-28T14:00:00"));
    assertThat(NOON.endAfter(at("2026-11-28T14:00:00"))).isEmpty();
    assertThat(NOON.endAfter(at("2026-11-28T03:00:00"))).isEmpty();
  }

  @Test
  @DisplayName("紧急告警不受静默限制；不静默的渠道随时通知")
  void urgentAlarmsAreTold() {
    AlarmChannel quiet = channel(Optional.of(NIGHT));
    Instant midnight = at("2026-11-29T00:00:00");
    assertThat(quiet.quietUntil(Alarm.Severity.URGENT, midnight)).isEmpty();
    assertThat(quiet.quietUntil(Alarm.Severity.SERIOUS, midnight))
        .contains(at("2026-11-29T07:30:00"));
    assertThat(channel(Optional.empty()).quietUntil(Alarm.Severity.NOTICE, midnight)).isEmpty();
  }

  @Test
  @DisplayName("起止相同的静默不成立")
  void neverIsNoTime() {
    QuietHours never = new QuietHours(LocalTime.NOON, LocalTime.NOON);
    assertThat(
            catchThrowableOfType(
                    Rejected.class, () -> ChannelRules.checked(draft(Optional.of(never)), true))
                .field())
        .isEqualTo("quietFrom");
  }

  private static AlarmChannel channel(Optional<QuietHours> quiet) {
    AlarmChannel channel = new AlarmChannel();
    channel.keep(draft(quiet), "admin", Instant.EPOCH);
    assertThat(channel.draft().quiet()).isEqualTo(quiet);
    return channel;
  }

  private static ChannelDraft draft(Optional<QuietHours> quiet) {
    return new ChannelDraft(
        null,
        ChannelDraft.Kind.WEBHOOK,
        "调度",
        true,
        Alarm.Severity.NOTICE,
        1,
        "https://erp.example.com/alarms",
        0,
        ChannelDraft.Security.NONE,
        "",
        "",
        "",
        List.of(),
        quiet,
        0);
  }

  private static Instant at(String plantTime) {
    return Instant.parse(plantTime + "+08:00");
  }
}
