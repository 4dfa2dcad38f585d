package cn.ecogate.alarm.boundary;

import cn.ecogate.account.boundary.Vault;
import cn.ecogate.alarm.control.TellingText;
import cn.ecogate.alarm.entity.AlarmChannel;
import cn.ecogate.alarm.entity.ChannelDraft;
import cn.ecogate.alarm.entity.Telling;
import cn.ecogate.alarm.entity.ToldAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/** Tells one channel one thing, and says how it was taken; never in a transaction. */
@ApplicationScoped
public class ChannelCall {

  /** Whoever needs longer is asked again. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Inject Vault vault;
  @Inject Clock clock;

  public ToldAnswer tell(AlarmChannel channel, Telling telling) {
    Optional<String> secret = secret(channel);
    if (secret.isEmpty()) {
      return new ToldAnswer.NotTaken("密钥无法解密：请在渠道页重新填写密码或签名密钥。");
    }
    return channel.draft().kind() == ChannelDraft.Kind.WEBHOOK
        ? call(channel.draft(), secret.get(), telling)
        : mail(channel.draft(), secret.get(), telling);
  }

  private Optional<String> secret(AlarmChannel channel) {
    return channel.getSecret() == null
        ? Optional.of("")
        : vault.open(AlarmChannels.PURPOSE, channel.getId().toString(), channel.getSecret());
  }

  private ToldAnswer call(ChannelDraft channel, String secret, Telling telling) {
    String body = TellingText.json(telling);
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(channel.address()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "EcoGate")
            .header("X-EcoGate-Delivery", String.valueOf(telling.number()))
            .header("X-EcoGate-Timestamp", timestamp)
            .header(
                "X-EcoGate-Signature", "sha256=" + TellingText.signature(secret, timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2
          ? new ToldAnswer.Taken("HTTP " + status)
          : new ToldAnswer.NotTaken("对方回答 HTTP " + status);
    } catch (IOException e) {
      return new ToldAnswer.NotTaken("连接不上：" + words(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ToldAnswer.NotTaken("发送被中断");
    }
  }

  private ToldAnswer mail(ChannelDraft channel, String secret, Telling telling) {
    try {
      MimeMessage message = new MimeMessage(session(channel, secret));
      message.setFrom(new InternetAddress(channel.sender()));
      for (String recipient : channel.recipients()) {
        message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
      }
      message.setSubject(TellingText.subject(telling), StandardCharsets.UTF_8.name());
      message.setText(TellingText.mail(telling), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(telling.at()));
      message.setHeader("X-EcoGate-Delivery", String.valueOf(telling.number()));
      Transport.send(message);
      return new ToldAnswer.Taken("邮件服务器已接收");
    } catch (MessagingException e) {
      return new ToldAnswer.NotTaken("邮件没有发出：" + words(e));
    }
  }

  private static Session session(ChannelDraft channel, String secret) {
    String millis = String.valueOf(PATIENCE.toMillis());
    Properties how = new Properties();
    how.setProperty("mail.transport.protocol", "smtp");
    how.setProperty("mail.smtp.host", channel.address());
    how.setProperty("mail.smtp.port", String.valueOf(channel.port()));
    how.setProperty("mail.smtp.connectiontimeout", millis);
    how.setProperty("mail.smtp.timeout", millis);
    how.setProperty("mail.smtp.writetimeout", millis);
    how.setProperty("mail.smtp.auth", String.valueOf(!channel.user().isEmpty()));
    boolean whole = channel.security() == ChannelDraft.Security.TLS;
    boolean upgraded = channel.security() == ChannelDraft.Security.STARTTLS;
    how.setProperty("mail.smtp.ssl.enable", String.valueOf(whole));
    how.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    how.setProperty("mail.smtp.starttls.enable", String.valueOf(upgraded));
    how.setProperty("mail.smtp.starttls.required", String.valueOf(upgraded));
    return Session.getInstance(
        how,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(channel.user(), secret);
          }
        });
  }

  private static String words(Exception fault) {
    return fault.getClass().getSimpleName()
        + (fault.getMessage() == null ? "" : " " + fault.getMessage().strip());
  }
}
