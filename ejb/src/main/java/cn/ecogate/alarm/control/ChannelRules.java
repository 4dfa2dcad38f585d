package cn.ecogate.alarm.control;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmPlan;
import cn.ecogate.alarm.entity.ChannelDraft;
import cn.ecogate.alarm.entity.QuietHours;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.vocabulary.Rejected;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a channel and the plan of escalation must be, and how a change of them stands in the ledger.
 */
public final class ChannelRules {

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
  private static final Pattern MAIL = Pattern.compile("[^@\\s<>,;]+@[^@\\s<>,;]+");
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_ADDRESS = 300;
  private static final int SHORTEST_SECRET = 16;
  private static final int LONGEST_SECRET = 200;
  private static final int MOST_RECIPIENTS = 20;
  private static final int LONGEST_WAIT = 7 * 24 * 60;

  private ChannelRules() {}

  /**
   * The draft as it may be kept; {@code Rejected} at the first field that is wrong.
   *
   * @param secretKept true if there is one already
   */
  public static ChannelDraft checked(ChannelDraft typed, boolean secretKept) {
    ChannelDraft draft = tidy(typed);
    demand(
        !draft.name().isEmpty() && draft.name().length() <= LONGEST_NAME,
        "channel-name",
        "name",
        "请填写名称，最多 " + LONGEST_NAME + " 个字符。");
    demand(
        draft.level() >= 1 && draft.level() <= Alarm.HIGHEST_LEVEL,
        "channel-level",
        "level",
        "请选择从哪一级开始通知。");
    demand(
        draft.secret().length() <= LONGEST_SECRET,
        "channel-secret",
        "secret",
        "密码最多 " + LONGEST_SECRET + " 个字符。");
    demand(
        draft.quiet().filter(hours -> hours.from().equals(hours.until())).isEmpty(),
        "quiet-hours",
        "quietFrom",
        "静默的起止时刻不能相同；不要静默请都留空。");
    if (draft.kind() == ChannelDraft.Kind.WEBHOOK) {
      checkWebhook(draft, secretKept);
    } else {
      checkMail(draft, secretKept);
    }
    return draft;
  }

  private static void checkWebhook(ChannelDraft draft, boolean secretKept) {
    demand(
        isWeb(draft.address()),
        "channel-address",
        "address",
        "地址应以 http:// 或 https:// 开头，例如 https://erp.example.com/alarms。");
    demand(
        draft.secret().isEmpty() ? secretKept : draft.secret().length() >= SHORTEST_SECRET,
        "channel-secret",
        "secret",
        "请填写签名密钥，至少 " + SHORTEST_SECRET + " 个字符；对方用它核对签名。");
  }

  private static void checkMail(ChannelDraft draft, boolean secretKept) {
    demand(
        HOST.matcher(draft.address()).matches() && draft.address().length() <= LONGEST_ADDRESS,
        "channel-address",
        "address",
        "请填写邮件服务器的主机名，例如 smtp.example.com。");
    demand(
        draft.port() > 0 && draft.port() < 65_536,
        "channel-port",
        "port",
        "端口应为 1 到 65535，常用 25、465、587。");
    demand(
        draft.user().isEmpty() || !draft.secret().isEmpty() || secretKept,
        "channel-secret",
        "secret",
        "填写了用户名，就要填写密码。");
    demand(
        MAIL.matcher(draft.sender()).matches(),
        "channel-sender",
        "sender",
        "发件人应为邮件地址，例如 gate@example.com。");
    demand(
        !draft.recipients().isEmpty() && draft.recipients().size() <= MOST_RECIPIENTS,
        "channel-recipients",
        "recipients",
        "请填写 1 到 " + MOST_RECIPIENTS + " 个收件人，一行一个。");
    draft
        .recipients()
        .forEach(
            one ->
                demand(
                    MAIL.matcher(one).matches() && one.length() < 100,
                    "channel-recipients",
                    "recipients",
                    "收件人 " + one + " 不是邮件地址，请改正；一行一个。"));
  }

  private static boolean isWeb(String address) {
    try {
      URI uri = URI.create(address);
      return address.length() <= LONGEST_ADDRESS
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * {@code Rejected} unless every severity climbs later to the administrator than to the officer.
   */
  public static void check(AlarmPlan plan) {
    plan.steps()
        .forEach(
            (severity, steps) -> {
              demand(
                  steps.toOfficer() >= 1 && steps.toAdministrator() <= LONGEST_WAIT,
                  "plan-minutes",
                  "plan",
                  severity.label() + "告警的升级时间应为 1 分钟到 7 天。");
              demand(
                  steps.toOfficer() < steps.toAdministrator(),
                  "plan-order",
                  "plan",
                  severity.label() + "告警升级到管理员的时间应长于升级到环保专员的时间。");
            });
  }

  private static ChannelDraft tidy(ChannelDraft typed) {
    return new ChannelDraft(
        typed.id(),
        typed.kind(),
        strip(typed.name()),
        typed.enabled(),
        typed.severity(),
        typed.level(),
        strip(typed.address()),
        typed.kind() == ChannelDraft.Kind.WEBHOOK ? 0 : typed.port(),
        typed.kind() == ChannelDraft.Kind.WEBHOOK ? ChannelDraft.Security.NONE : typed.security(),
        strip(typed.user()),
        typed.secret() == null ? "" : typed.secret(),
        strip(typed.sender()),
        typed.recipients().stream().map(ChannelRules::strip).filter(one -> !one.isEmpty()).toList(),
        typed.quiet(),
        typed.version());
  }

  private static String strip(String text) {
    return text == null ? "" : text.strip();
  }

  private static void demand(boolean kept, String code, String field, String sentence) {
    if (!kept) {
      throw new Rejected(code, field, sentence);
    }
  }

  /** A change as the ledger keeps it: before and after, never a secret. */
  public static CanonicalText text(
      String act,
      String who,
      Optional<ChannelDraft> before,
      Optional<ChannelDraft> after,
      boolean secretChanged) {
    CanonicalText text = CanonicalText.of("ecogate audit 1").line("act", act).line("user", who);
    before.ifPresent(draft -> items(text, "before-", draft));
    after.ifPresent(draft -> items(text, "after-", draft));
    return text.line("password", secretChanged ? "changed" : null);
  }

  private static void items(CanonicalText text, String side, ChannelDraft draft) {
    text.line(side + "name", draft.name())
        .line(side + "enabled", draft.enabled())
        .line(side + "severity", draft.severity())
        .line(side + "level", draft.level())
        .line(side + "address", draft.address())
        .line(side + "port", draft.port() == 0 ? null : draft.port())
        .line(side + "security", draft.security())
        .line(side + "user", blankToNull(draft.user()))
        .line(side + "quiet-from", draft.quiet().map(QuietHours::from).orElse(null))
        .line(side + "quiet-until", draft.quiet().map(QuietHours::until).orElse(null))
        .line(side + "sender", blankToNull(draft.sender()))
        .line(side + "recipients", blankToNull(String.join(" ", draft.recipients())));
  }

  public static CanonicalText text(String who, AlarmPlan before, AlarmPlan after) {
    CanonicalText text =
        CanonicalText.of("ecogate audit 1").line("act", "alarm-plan-changed").line("user", who);
    List.of(Alarm.Severity.values())
        .forEach(
            severity ->
                text.line("before-" + severity, words(before.steps().get(severity)))
                    .line("after-" + severity, words(after.steps().get(severity))));
    return text;
  }

  private static String words(AlarmPlan.Steps steps) {
    return steps.toOfficer() + " / " + steps.toAdministrator() + " min";
  }

  private static String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
