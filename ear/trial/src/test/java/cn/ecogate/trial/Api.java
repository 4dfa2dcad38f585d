package cn.ecogate.trial;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** The application as a handheld sees it. */
final class Api {

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final int port;
  private String token = "";

  Api(int port) {
    this.port = port;
  }

  void signIn(String user, String password) throws IOException, InterruptedException {
    String body =
        Json.createObjectBuilder()
            .add("user", user)
            .add("password", password)
            .add("device", "trial")
            .build()
            .toString();
    HttpResponse<String> answer =
        client.send(
            request("/api/v1/tokens")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError("Sign-in answered " + answer.statusCode() + " " + answer.body());
    }
    token = object(answer.body()).getString("token");
  }

  List<JsonObject> passages(String query) throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/api/v1/passages" + query);
    if (answer.statusCode() != 200) {
      throw new AssertionError("Passages answered " + answer.statusCode() + " " + answer.body());
    }
    return object(answer.body()).getJsonArray("items").getValuesAs(JsonObject.class);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(authorized(path), HttpResponse.BodyHandlers.ofString());
  }

  byte[] bytes(String path) throws IOException, InterruptedException {
    return client.send(authorized(path), HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  private HttpRequest authorized(String path) {
    HttpRequest.Builder request = request(path);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }

  private static JsonObject object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
