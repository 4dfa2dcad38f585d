package cn.ecogate.uplink.control;

import cn.ecogate.uplink.control.Profile.Signing.Method;
import cn.ecogate.uplink.entity.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one class that talks to a platform: fetches the token, signs, posts, and turns whatever
 * happens into an {@link Answer}.
 */
public final class PlatformClient {

  /** A token is renewed this long before its end, so that it does not end on the way. */
  private static final Duration EARLY = Duration.ofSeconds(60);

  private final String base;
  private final Profile profile;
  private final Credentials credentials;
  private final HttpClient http;
  private final Clock clock;
  private final Duration patience;
  private Token token;

  /** What the enterprise shows of itself. */
  public record Credentials(String enterprise, String account, String password, PrivateKey key) {

    @Override
    public String toString() {
      return account;
    }
  }

  private record Token(String text, Instant until) {}

  /**
   * A client for one platform.
   *
   * @param patience how long one call may take from connecting to the answer's last byte
   */
  public PlatformClient(
      String base,
      Profile profile,
      Credentials credentials,
      HttpClient http,
      Clock clock,
      Duration patience) {
    this.base = base;
    this.profile = profile;
    this.credentials = credentials;
    this.http = http;
    this.clock = clock;
    this.patience = patience;
  }

  public Answer sendPassage(JsonObject record) {
    return send(profile.endpoints().passage(), record);
  }

  public Answer sendHeartbeat(JsonObject heartbeat) {
    return send(profile.endpoints().heartbeat(), heartbeat);
  }

  /** The longest one send may take: a call, a fresh token, and the call once more. */
  public static Duration longestSend(Duration patience) {
    return patience.multipliedBy(4);
  }

  private Answer send(String endpoint, JsonObject body) {
    String signed = signed(body).toString();
    try {
      AnswerReading reading = post(endpoint, signed, Optional.of(token()));
      if (reading.tokenRefused()) {
        forgetToken();
        reading = post(endpoint, signed, Optional.of(token()));
      }
      return reading.tokenRefused()
          ? new Answer.TryAgain("平台不认刚取的令牌：" + reading.answer().words(), true)
          : reading.answer();
    } catch (NoToken e) {
      return new Answer.TryAgain("平台不给令牌：" + e.getMessage(), true);
    } catch (TimeoutException e) {
      return new Answer.TryAgain("平台在 " + patience.toSeconds() + " 秒内没有答复", false);
    } catch (ConnectException e) {
      return new Answer.TryAgain("连不上平台：" + base, false);
    } catch (IOException e) {
      return new Answer.TryAgain("与平台的连接中断：" + e.getMessage(), false);
    }
  }

  private synchronized String token() throws IOException, TimeoutException, NoToken {
    if (token == null || !clock.instant().isBefore(token.until())) {
      token = fetchToken();
    }
    return profile.token().prefix() + token.text();
  }

  private synchronized void forgetToken() {
    token = null;
  }

  private Token fetchToken() throws IOException, TimeoutException, NoToken {
    JsonObject signIn =
        new ProfileMapping(profile)
            .signIn(
                credentials.account(),
                credentials.password(),
                credentials.enterprise(),
                clock.instant());
    AnswerReading reading =
        post(profile.endpoints().token(), signed(signIn).toString(), Optional.empty());
    String text =
        reading.at(profile.token().tokenAt()).orElseThrow(() -> new NoToken(reading.answer()));
    Duration life =
        Optional.of(profile.token().expiresInAt())
            .filter(path -> !path.isEmpty())
            .flatMap(reading::at)
            .filter(seconds -> seconds.matches("\\d{1,9}"))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
            .orElse(profile.token().life());
    return new Token(
        text, clock.instant().plus(life.compareTo(EARLY) > 0 ? life.minus(EARLY) : life));
  }

  private JsonObject signed(JsonObject body) {
    if (profile.signing().method() == Method.NONE) {
      return body;
    }
    String field = profile.signing().field();
    String sign = Signature.sign(Signature.text(body, field), credentials.key());
    return Json.createObjectBuilder(body).add(field, sign).build();
  }

  private AnswerReading post(String endpoint, String body, Optional<String> token)
      throws IOException, TimeoutException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(Profile.address(base, endpoint))
            .timeout(patience)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    token.ifPresent(text -> request.header(profile.token().header(), text));
    CompletableFuture<HttpResponse<String>> call =
        http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      // The request's own time-out ends with the headers; a body that never comes must end too.
      HttpResponse<String> response = call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new AnswerReading(profile.answer(), response.statusCode(), response.body());
    } catch (TimeoutException e) {
      call.cancel(true);
      throw e;
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("停机中", e);
    } catch (ExecutionException e) {
      throw asLineTrouble(e.getCause());
    }
  }

  private static IOException asLineTrouble(Throwable cause) throws TimeoutException {
    if (cause instanceof java.net.http.HttpTimeoutException) {
      TimeoutException late = new TimeoutException(cause.getMessage());
      late.initCause(cause);
      throw late;
    }
    if (cause instanceof IOException trouble) {
      return trouble;
    }
    return new IOException(String.valueOf(cause.getMessage()), cause);
  }

  /** The platform answered, but gave no token. */
  private static final class NoToken extends Exception {
    private static final long serialVersionUID = 1L;

    NoToken(Answer answer) {
      super(answer.words());
    }
  }
}
