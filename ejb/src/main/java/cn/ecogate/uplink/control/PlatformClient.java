package cn.ecogate.uplink.control;

import cn.ecogate.uplink.control.Profile.Signing.Method;
import cn.ecogate.uplink.control.TokenPurse.NoToken;
import cn.ecogate.uplink.control.TokenPurse.Token;
import cn.ecogate.uplink.entity.Answer;
import cn.ecogate.uplink.entity.CallMade;
import cn.ecogate.uplink.entity.CallMade.Ending;
import cn.ecogate.uplink.entity.CallMade.Purpose;
import cn.ecogate.uplink.entity.Exchange;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.RecordKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The one class that talks to a platform: fetches the token, signs, posts, and turns whatever
 * happens into an {@link Answer}.
 */
public final class PlatformClient {

  /** A token is renewed this long before its end, so that it does not end on the way. */
  private static final Duration EARLY = Duration.ofSeconds(60);

  private static final String JSON = "application/json; charset=utf-8";
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Below this it is a word that may stand in any answer. */
  private static final int SHORTEST_SECRET = 4;

  private final String base;
  private final Profile profile;
  private final Credentials credentials;
  private final HttpClient http;
  private final Clock clock;
  private final Duration patience;
  private final TokenPurse purse;

  /** What the enterprise shows of itself. */
  public record Credentials(String enterprise, String account, String password, PrivateKey key) {

    @Override
    public String toString() {
      return account;
    }
  }

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
    this.purse = new TokenPurse(this::fetchToken);
  }

  public Exchange sendRecord(RecordKind kind, JsonObject record) {
    String numberAt = profile.through().map(Profile.Through::numberAt).orElse("");
    return ask(Purpose.RECORD, profile.records().get(kind).endpoint(), record, numberAt);
  }

  /** Hands a photo over by itself; the exchange tells what the record then carries. */
  public Exchange sendPhoto(JsonObject photo) {
    Profile.PhotoCall call = profile.photos().call().orElseThrow();
    return ask(Purpose.PHOTO, call.endpoint(), photo, call.nameAt());
  }

  public Exchange sendHeartbeat(JsonObject heartbeat) {
    return send(Purpose.HEARTBEAT, profile.endpoints().heartbeat(), heartbeat);
  }

  /**
   * Which records the platform holds, by their serial numbers.
   *
   * @param serials empty if it did not say
   */
  public record Held(Exchange exchange, Optional<List<String>> serials) {}

  /** Asks which records of a day the platform holds. */
  public Held askHeld(JsonObject question) {
    Profile.ReconcileCall call = profile.reconcile().orElseThrow();
    List<CallMade> calls = new ArrayList<>();
    List<AnswerReading> last = new ArrayList<>();
    Answer answer = answer(Purpose.RECONCILE, call.endpoint(), dressed(question), calls, last::add);
    Optional<List<String>> serials =
        answer instanceof Answer.Accepted
            ? last.get(last.size() - 1).textsAt(call.keysAt())
            : Optional.empty();
    return new Held(new Exchange(answer, calls), serials);
  }

  /**
   * What the platform sends down.
   *
   * @param delivery empty unless all of it came
   */
  public record Gathered(Exchange exchange, Optional<Delivery> delivery) {}

  /**
   * Asks for what the platform sends down, page by page.
   *
   * @param question by the number of the page, from 1
   * @param goOn asked before every further page
   */
  public Gathered gather(ReceiptKind kind, IntFunction<JsonObject> question, BooleanSupplier goOn) {
    Profile.ReceiveCall call = profile.receives().get(kind);
    Delivery delivery = new Delivery(call);
    List<CallMade> calls = new ArrayList<>();
    Answer answer;
    do {
      Request body = dressed(question.apply(delivery.nextPage()));
      List<AnswerReading> last = new ArrayList<>();
      answer = answer(Purpose.RECEIVE, call.endpoint(), body, calls, last::add);
      if (!(answer instanceof Answer.Accepted)) {
        return new Gathered(new Exchange(answer, calls), Optional.empty());
      }
      delivery.take(last.get(last.size() - 1));
    } while (delivery.more() && goOn.getAsBoolean());
    Optional<String> fault = delivery.more() ? Optional.of("列表没有在限定时间内取完，未采用") : delivery.fault();
    return fault
        .map(words -> new Gathered(wanting(words, calls), Optional.<Delivery>empty()))
        .orElse(new Gathered(new Exchange(answer, calls), Optional.of(delivery)));
  }

  private static Exchange wanting(String words, List<CallMade> calls) {
    return new Exchange(new Answer.TryAgain(words, true), calls);
  }

  /** The longest one send may take: a call, a fresh token, and the call once more. */
  public static Duration longestSend(Duration patience) {
    return patience.multipliedBy(4);
  }

  private Exchange send(Purpose purpose, String endpoint, JsonObject body) {
    return ask(purpose, endpoint, body, "");
  }

  /**
   * Sends and keeps what an accepted answer tells.
   *
   * @param toldAt dotted path in the answer, empty if nothing is wanted of it
   */
  private Exchange ask(Purpose purpose, String endpoint, JsonObject body, String toldAt) {
    List<CallMade> calls = new ArrayList<>();
    List<AnswerReading> last = new ArrayList<>();
    Answer answer = answer(purpose, endpoint, dressed(body), calls, last::add);
    Optional<String> told =
        answer instanceof Answer.Accepted && !toldAt.isEmpty()
            ? last.get(last.size() - 1).at(toldAt)
            : Optional.empty();
    return new Exchange(answer, calls, told);
  }

  private Answer answer(
      Purpose purpose,
      String endpoint,
      Request body,
      List<CallMade> calls,
      Consumer<AnswerReading> heard) {
    try {
      Token token = purse.token(clock.instant(), calls);
      AnswerReading reading = post(purpose, endpoint, body, Optional.of(token), calls);
      if (reading.tokenRefused()) {
        purse.forget(token);
        reading =
            post(purpose, endpoint, body, Optional.of(purse.token(clock.instant(), calls)), calls);
      }
      heard.accept(reading);
      return reading.tokenRefused()
          ? new Answer.TryAgain("平台不认刚取的令牌：" + reading.answer().words(), true)
          : reading.answer();
    } catch (NoToken e) {
      return new Answer.TryAgain("平台不给令牌：" + e.getMessage(), true);
    } catch (TimeoutException e) {
      return new Answer.TryAgain(late(), false);
    } catch (IOException e) {
      return new Answer.TryAgain(cut(e), false);
    }
  }

  private String late() {
    return "平台在 " + patience.toSeconds() + " 秒内没有答复";
  }

  private String cut(IOException e) {
    return LineTrouble.sentence(e, base);
  }

  private Token fetchToken(List<CallMade> calls) throws IOException, TimeoutException, NoToken {
    JsonObject signIn =
        new ProfileMapping(profile)
            .signIn(
                credentials.account(),
                credentials.password(),
                credentials.enterprise(),
                clock.instant());
    Request request =
        profile.token().form() == Profile.TokenCall.Form.FORM
            ? new Request(form(signIn), Map.of(), FORM)
            : signed(signIn);
    AnswerReading reading =
        post(Purpose.TOKEN, profile.endpoints().token(), request, Optional.empty(), calls);
    String text =
        reading
            .at(profile.token().tokenAt())
            .orElseThrow(() -> new NoToken(reading.answer().words()));
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

  /** What goes over the line: the digest that is kept is of this body. */
  private record Request(byte[] body, Map<String, String> headers, String type) {}

  /** The content in what the platform wants around it, signed. */
  private Request dressed(JsonObject content) {
    Profile.Dress dress = profile.dress();
    if (dress.within().isEmpty()) {
      return signed(content);
    }
    JsonValue inner = dress.list() ? Json.createArrayBuilder().add(content).build() : content;
    return signed(new JsonTree().put(dress.within(), inner).json());
  }

  private Request signed(JsonObject body) {
    Profile.Signing signing = profile.signing();
    if (signing.method() == Method.NONE) {
      return new Request(utf8(body), Map.of(), JSON);
    }
    String sign =
        Signature.sign(signing.method(), Signature.text(body, signing.field()), credentials.key());
    return signing.place() == Profile.Signing.Place.HEADER
        ? new Request(utf8(body), Map.of(signing.field(), sign), JSON)
        : new Request(
            utf8(Json.createObjectBuilder(body).add(signing.field(), sign).build()),
            Map.of(),
            JSON);
  }

  private static byte[] utf8(JsonObject body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] form(JsonObject fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(
                        field.getValue() instanceof JsonString text
                            ? text.getString()
                            : field.getValue().toString(),
                        StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A platform that repeats what it was shown must not make us keep it. */
  private String unsaid(String answer, Optional<Token> token) {
    String kept = answer;
    for (String secret : List.of(credentials.password(), token.map(Token::text).orElse(""))) {
      if (secret.length() >= SHORTEST_SECRET) {
        kept = kept.replace(secret, "（略）");
      }
    }
    return kept;
  }

  /** One call, noted however it ends. */
  private AnswerReading post(
      Purpose purpose, String endpoint, Request body, Optional<Token> token, List<CallMade> calls)
      throws IOException, TimeoutException {
    Instant at = clock.instant();
    long begun = System.nanoTime();
    try {
      AnswerReading reading = talk(endpoint, body, token);
      boolean given = purpose == Purpose.TOKEN && reading.at(profile.token().tokenAt()).isPresent();
      Ending ending =
          given
              ? Ending.ACCEPTED
              : reading
                  .answer()
                  .match(a -> Ending.ACCEPTED, r -> Ending.REFUSED, again -> Ending.AGAIN);
      // A token is a key: who reads what was kept of a call must not find one.
      String answer = given ? "已给令牌，内容不留存" : unsaid(reading.body(), token);
      calls.add(made(purpose, endpoint, at, begun, body, reading.status(), ending, answer));
      return reading;
    } catch (TimeoutException e) {
      calls.add(made(purpose, endpoint, at, begun, body, 0, Ending.NO_ANSWER, late()));
      throw e;
    } catch (IOException e) {
      calls.add(made(purpose, endpoint, at, begun, body, 0, Ending.NO_ANSWER, cut(e)));
      throw e;
    }
  }

  private static CallMade made(
      Purpose purpose,
      String endpoint,
      Instant at,
      long begun,
      Request body,
      int status,
      Ending ending,
      String answer) {
    return new CallMade(
        purpose,
        endpoint,
        at,
        Duration.ofNanos(System.nanoTime() - begun),
        sha256(body.body()),
        body.body().length,
        status,
        ending,
        answer);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private AnswerReading talk(String endpoint, Request body, Optional<Token> token)
      throws IOException, TimeoutException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(Profile.address(base, endpoint))
            .timeout(patience)
            .header("Content-Type", body.type())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.body()));
    profile.dress().headers().forEach(request::header);
    body.headers().forEach(request::header);
    token.ifPresent(
        shown -> request.header(profile.token().header(), profile.token().prefix() + shown.text()));
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
}
