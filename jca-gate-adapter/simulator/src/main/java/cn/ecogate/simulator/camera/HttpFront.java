package cn.ecogate.simulator.camera;

import cn.ecogate.simulator.line.Line;
import cn.ecogate.simulator.line.Plug;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An HTTP/1.1 device behind a password: asks for it, and gives each request to the first of its
 * parts that knows it.
 */
public final class HttpFront implements Plug.Talk {

  /** One thing the device can do. */
  public interface Part {

    /** Empty if this request is another part's. */
    Optional<HttpReply> answer(HttpRequest asked);
  }

  private final DigestDoor door;
  private final List<Part> parts;
  private final BiFunction<HttpRequest, String, HttpReply> unauthorized;
  private final Function<HttpRequest, HttpReply> unknown;

  /**
   * @param unauthorized how this brand words it, with the challenge
   */
  public HttpFront(
      DigestDoor door,
      List<Part> parts,
      BiFunction<HttpRequest, String, HttpReply> unauthorized,
      Function<HttpRequest, HttpReply> unknown) {
    this.door = door;
    this.parts = List.copyOf(parts);
    this.unauthorized = unauthorized;
    this.unknown = unknown;
  }

  @Override
  public void hold(Line line) throws IOException {
    Optional<HttpRequest> request = HttpRequest.from(line);
    while (request.isPresent()) {
      HttpRequest asked = request.get();
      if (!reply(asked).over(line) || !asked.keepsAlive()) {
        return;
      }
      request = HttpRequest.from(line);
    }
  }

  private HttpReply reply(HttpRequest asked) {
    DigestDoor.Answer answer =
        door.ask(asked.method(), asked.target(), asked.header("authorization"));
    if (!answer.admitted()) {
      return unauthorized.apply(asked, answer.challenge());
    }
    return parts.stream()
        .flatMap(part -> part.answer(asked).stream())
        .findFirst()
        .orElseGet(() -> unknown.apply(asked));
  }
}
