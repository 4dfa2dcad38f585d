package cn.ecogate.web.alarm;

import cn.ecogate.alarm.boundary.AlarmChannels;
import cn.ecogate.alarm.boundary.ChannelTrial;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmNotice;
import cn.ecogate.alarm.entity.ChannelDraft;
import cn.ecogate.alarm.entity.QuietHours;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** One channel: new, or as it stands; its secret is never shown. */
@Named
@ViewScoped
public class ChannelScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int LAST = 20;
  private static final int SUBMISSION = 587;

  @Inject transient AlarmChannels channels;
  @Inject transient ChannelTrial trial;
  @Inject transient ExternalContext context;
  @Inject transient Complaint complaint;

  private Long id;
  private boolean missing;
  private boolean secretKept;
  private ChannelDraft.Kind kind = ChannelDraft.Kind.WEBHOOK;
  private String name;
  private boolean enabled = true;
  private Alarm.Severity severity = Alarm.Severity.SERIOUS;
  private int level = 1;
  private String address;
  private Integer port = SUBMISSION;
  private ChannelDraft.Security security = ChannelDraft.Security.STARTTLS;
  private String user;
  private String secret;
  private String sender;
  private String recipients;
  private String quietFrom;
  private String quietUntil;
  private long version;

  @PostConstruct
  void read() {
    Address asked = Address.read("", context.getRequestParameterValuesMap(), "id", "kind");
    kind = asked.constant("kind", ChannelDraft.Kind.class).orElse(kind);
    if (asked.has("id")) {
      Optional.of(asked.get("id"))
          .filter(typed -> typed.matches("\\d{1,18}"))
          .flatMap(typed -> channels.channel(Long.parseLong(typed)))
          .ifPresentOrElse(
              channel -> {
                secretKept = channel.getSecret() != null;
                show(channel.draft());
              },
              () -> missing = true);
    }
    if (missing) {
      context.setResponseStatus(404);
    }
  }

  private void show(ChannelDraft draft) {
    id = draft.id();
    kind = draft.kind();
    name = draft.name();
    enabled = draft.enabled();
    severity = draft.severity();
    level = draft.level();
    address = draft.address();
    port = draft.port();
    security = draft.security();
    user = draft.user();
    sender = draft.sender();
    recipients = String.join("\n", draft.recipients());
    quietFrom = draft.quiet().map(hours -> hours.from().toString()).orElse("");
    quietUntil = draft.quiet().map(hours -> hours.until().toString()).orElse("");
    version = draft.version();
  }

  private ChannelDraft draft() {
    return new ChannelDraft(
        id,
        kind,
        name,
        enabled,
        severity,
        level,
        address,
        port == null ? 0 : port,
        security,
        user,
        secret,
        sender,
        recipients == null ? List.of() : recipients.lines().toList(),
        quiet(),
        version);
  }

  private Optional<QuietHours> quiet() {
    LocalTime from = time(quietFrom, "quietFrom");
    LocalTime until = time(quietUntil, "quietUntil");
    if ((from == null) != (until == null)) {
      throw new Rejected(
          "quiet-hours", from == null ? "quietFrom" : "quietUntil", "静默的开始和结束要都填写，或都留空。");
    }
    return from == null ? Optional.empty() : Optional.of(new QuietHours(from, until));
  }

  private static LocalTime time(String typed, String field) {
    try {
      return typed == null || typed.isBlank() ? null : LocalTime.parse(typed.strip());
    } catch (DateTimeParseException notATime) {
      throw new Rejected("quiet-hours", field, "时刻应写成 22:00，或留空。");
    }
  }

  public void save() throws IOException {
    try {
      long kept = channels.keep(draft());
      complaint.praiseNext("channel.saved", name);
      context.redirect("/alarm-channel.xhtml?id=" + kept);
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  public void remove() throws IOException {
    try {
      channels.remove(id, version);
      complaint.praiseNext("channel.removed", name);
      context.redirect("/alarm-channels.xhtml");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  /** Says what the other side answered. */
  public void tryIt() {
    try {
      trial
          .run(id)
          .match(
              taken -> {
                complaint.praise("channel.trial.taken", taken.words());
                return null;
              },
              notTaken -> {
                complaint.show("", notTaken.words());
                return null;
              });
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  public List<AlarmNotice> getLast() {
    return id == null ? List.of() : channels.lastTold(id, LAST);
  }

  public boolean isMissing() {
    return missing;
  }

  public boolean isFresh() {
    return id == null;
  }

  public boolean isMail() {
    return kind == ChannelDraft.Kind.MAIL;
  }

  public boolean isSecretKept() {
    return secretKept;
  }

  public ChannelDraft.Kind getKind() {
    return kind;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public Alarm.Severity getSeverity() {
    return severity;
  }

  public void setSeverity(Alarm.Severity severity) {
    this.severity = severity;
  }

  public int getLevel() {
    return level;
  }

  public void setLevel(int level) {
    this.level = level;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public Integer getPort() {
    return port;
  }

  public void setPort(Integer port) {
    this.port = port;
  }

  public ChannelDraft.Security getSecurity() {
    return security;
  }

  public void setSecurity(ChannelDraft.Security security) {
    this.security = security;
  }

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user;
  }

  /** Never what is kept: only what was just typed. */
  public String getSecret() {
    return secret;
  }

  public void setSecret(String secret) {
    this.secret = secret;
  }

  public String getSender() {
    return sender;
  }

  public void setSender(String sender) {
    this.sender = sender;
  }

  public String getQuietFrom() {
    return quietFrom;
  }

  public void setQuietFrom(String quietFrom) {
    this.quietFrom = quietFrom;
  }

  public String getQuietUntil() {
    return quietUntil;
  }

  public void setQuietUntil(String quietUntil) {
    this.quietUntil = quietUntil;
  }

  public String getRecipients() {
    return recipients;
  }

  public void setRecipients(String recipients) {
    this.recipients = recipients;
  }
}
