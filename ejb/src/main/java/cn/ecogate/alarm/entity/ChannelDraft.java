package cn.ecogate.alarm.entity;

import java.util.List;
import java.util.Optional;

/**
 * A channel as it is wanted, or as it stands.
 *
 * @param id null for a new one
 * @param severity told from this one on
 * @param level told from this one on: 1 at once, 2 when it is the officer's, 3 the administrator's
 * @param address a URL, or a mail server's host
 * @param secret what was typed, empty to keep the old one; never what is kept
 * @param quiet when only urgent alarms are told, empty for never
 * @param version of the channel that was looked at, 0 for a new one
 */
public record ChannelDraft(
    Long id,
    Kind kind,
    String name,
    boolean enabled,
    Alarm.Severity severity,
    int level,
    String address,
    int port,
    Security security,
    String user,
    String secret,
    String sender,
    List<String> recipients,
    Optional<QuietHours> quiet,
    long version) {

  public ChannelDraft {
    recipients = List.copyOf(recipients);
  }

  /** One that is told at any hour. */
  public ChannelDraft(
      Long id,
      Kind kind,
      String name,
      boolean enabled,
      Alarm.Severity severity,
      int level,
      String address,
      int port,
      Security security,
      String user,
      String secret,
      String sender,
      List<String> recipients,
      long version) {
    this(
        id,
        kind,
        name,
        enabled,
        severity,
        level,
        address,
        port,
        security,
        user,
        secret,
        sender,
        recipients,
        Optional.empty(),
        version);
  }

  /** Tells nobody the secret. */
  @Override
  public String toString() {
    return kind + " " + name;
  }

  /** How it is told. */
  public enum Kind {
    WEBHOOK,
    MAIL
  }

  /** How the line to the mail server is kept from being read. */
  public enum Security {
    NONE,
    STARTTLS,
    TLS
  }
}
