package cn.ecogate.simulator;

import cn.ecogate.simulator.camera.Camera;
import cn.ecogate.simulator.day.PlayedLane;
import cn.ecogate.simulator.day.Visitor;
import cn.ecogate.simulator.line.Plug;
import cn.ecogate.simulator.relay.Barrier;
import cn.ecogate.simulator.truth.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A small HTTP door on loopback by which tests move the site: vehicles, plugs, history, hands on
 * the boom. Parameters stand in the query; answers are JSON.
 */
final class ControlDoor {

  private static final int MOST_HISTORY = 1_000;

  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown(String sentence) {
      super(sentence);
    }
  }

  private final Yard yard;

  private ControlDoor(Yard yard) {
    this.yard = yard;
  }

  /** Opens the door and tells its port. */
  static int open(Yard yard, int port) throws IOException {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      throw new IOException(
          "Port " + port + " for the control door cannot be used: " + taken.getMessage() + ".",
          taken);
    }
    ControlDoor door = new ControlDoor(yard);
    server.createContext("/", door::handle);
    server.start();
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    int code = 200;
    Object answer;
    try {
      Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
      String path = exchange.getRequestURI().getPath();
      answer = exchange.getRequestMethod().equals("GET") ? look(path) : act(path.split("/"), query);
    } catch (Unknown | IllegalArgumentException wrong) {
      code = 400;
      answer = Map.of("error", String.valueOf(wrong.getMessage()));
    } catch (IOException cannot) {
      code = 409;
      answer = Map.of("error", String.valueOf(cannot.getMessage()));
    }
    byte[] body = (Json.of(answer) + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Object look(String path) {
    if (!path.equals("/state")) {
      throw new Unknown("There is nothing to look at but /state.");
    }
    List<Object> devices = new ArrayList<>();
    yard.plugs()
        .forEach(
            (id, plug) -> {
              Map<String, Object> device = new LinkedHashMap<>();
              device.put("id", id);
              device.put("where", plug.where());
              device.put("plugged", plug.plugged());
              Camera camera = yard.cameras().get(id);
              if (camera != null) {
                device.put("listeners", camera.armed());
              }
              devices.add(device);
            });
    List<Object> lanes = new ArrayList<>();
    yard.lanes().forEach((id, lane) -> lanes.add(lane(id, lane)));
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("paused", yard.day().paused());
    state.put("inside", yard.day().inside());
    state.put("devices", devices);
    state.put("lanes", lanes);
    return state;
  }

  private Map<String, Object> lane(String id, PlayedLane lane) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("id", id);
    state.put("place", lane.place().name());
    state.put("plate", lane.visitor().map(visitor -> visitor.subject().plate()).orElse(null));
    Barrier barrier = yard.barriers().get(id);
    if (barrier != null) {
      state.put("barrier", barrier.motion().name());
      state.put("loop", barrier.occupied());
    }
    if (yard.displays().containsKey(id)) {
      state.put("display", List.copyOf(yard.displays().get(id).lines().values()));
    }
    return state;
  }

  private Object act(String[] path, Map<String, String> query) throws IOException {
    String what = path.length > 1 ? path[1] : "";
    String name = path.length > 2 ? path[2] : "";
    String verb = path.length > 3 ? path[3] : "";
    return switch (what) {
      case "vehicles" -> vehicle(query);
      case "devices" -> device(name, verb, query);
      case "barriers" -> barrier(name, verb);
      case "day" -> day(name);
      default -> throw new Unknown("Acts are on vehicles, devices, barriers or day.");
    };
  }

  private Object day(String verb) {
    if (!verb.equals("pause") && !verb.equals("resume")) {
      throw new Unknown("The day can pause or resume.");
    }
    yard.day().pause(verb.equals("pause"));
    return Map.of("paused", yard.day().paused());
  }

  private Object vehicle(Map<String, String> query) {
    String laneId = query.getOrDefault("lane", "");
    PlayedLane lane = yard.lanes().get(laneId);
    if (lane == null) {
      throw new Unknown("Lane " + laneId + " is not played.");
    }
    Visitor visitor =
        OnePlan.visitor(
            query.getOrDefault("plate", "-"),
            query.getOrDefault("color", "YELLOW"),
            query.getOrDefault("type", "H11"));
    if (query.containsKey("drive") && query.get("drive").equals("true")) {
      if (!lane.enter(visitor, TimeUnit.NANOSECONDS.toMillis(System.nanoTime()))) {
        throw new Unknown("Lane " + laneId + " is not empty.");
      }
      return Map.of("driving", true);
    }
    int repeats = Integer.parseInt(query.getOrDefault("repeats", "0"));
    return Map.of(
        "event",
        yard.see(laneId + "-camera", visitor, repeats, "true".equals(query.get("history"))));
  }

  private Object device(String id, String verb, Map<String, String> query) throws IOException {
    Plug plug = yard.plugs().get(id);
    if (plug == null) {
      throw new Unknown("Device " + id + " is not played.");
    }
    switch (verb) {
      case "stop" -> plug.pull();
      case "start" -> plug.plugIn();
      case "drop" -> plug.dropLines();
      case "repeat" -> {
        if (!camera(id).repeatLast()) {
          throw new Unknown("Camera " + id + " has seen nothing yet.");
        }
      }
      case "history" -> {
        camera(id);
        return Map.of("events", history(id, query));
      }
      default -> throw new Unknown("A device can stop, start, drop, repeat or send history.");
    }
    return Map.of("plugged", plug.plugged());
  }

  private List<String> history(String id, Map<String, String> query) {
    int count = Integer.parseInt(query.getOrDefault("count", "1"));
    if (count < 1 || count > MOST_HISTORY) {
      throw new Unknown("A count is 1 to " + MOST_HISTORY + ".");
    }
    List<String> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Visitor visitor =
          OnePlan.visitor(
              query.getOrDefault("plate", String.format("云A%05d", i + 1)),
              query.getOrDefault("color", "YELLOW"),
              query.getOrDefault("type", "H11"));
      events.add(yard.see(id, visitor, 0, true));
    }
    return events;
  }

  private Camera camera(String id) {
    Camera camera = yard.cameras().get(id);
    if (camera == null) {
      throw new Unknown(id + " is not a camera.");
    }
    return camera;
  }

  private Object barrier(String laneId, String verb) {
    Barrier barrier = yard.barriers().get(laneId);
    if (barrier == null) {
      throw new Unknown("Lane " + laneId + " has no barrier here.");
    }
    switch (verb) {
      case "lift" -> barrier.raise("lifted by hand");
      case "lower" -> barrier.lower("lowered by hand");
      case "occupy" -> barrier.occupy(true);
      case "clear" -> barrier.occupy(false);
      default -> throw new Unknown("A barrier can lift, lower, occupy or clear.");
    }
    return Map.of("barrier", barrier.motion().name());
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : raw.split("&")) {
        String[] sides = pair.split("=", 2);
        query.put(
            URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
            sides.length < 2 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
      }
    }
    return query;
  }
}
