package cn.ecogate.simulator;

import cn.ecogate.simulator.camera.PlateCamera;
import cn.ecogate.simulator.day.PlayedLane;
import cn.ecogate.simulator.day.Visitor;
import cn.ecogate.simulator.line.Mischief;
import cn.ecogate.simulator.line.Plug;
import cn.ecogate.simulator.relay.Barrier;
import cn.ecogate.simulator.scale.Weighbridge;
import cn.ecogate.simulator.scanner.LineReader;
import cn.ecogate.simulator.truth.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    yard.devices()
        .all()
        .forEach(
            (id, played) -> {
              Map<String, Object> device = new LinkedHashMap<>();
              device.put("id", id);
              device.put("where", played.plug().where());
              device.put("plugged", played.plug().plugged());
              PlateCamera camera = yard.devices().cameras().get(id);
              if (camera != null) {
                device.put("listeners", camera.listeners());
              }
              devices.add(device);
            });
    List<Object> lanes = new ArrayList<>();
    yard.lanes().forEach((id, lane) -> lanes.add(lane(id, lane)));
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("paused", yard.day().paused());
    state.put("inside", yard.day().inside());
    Flood flood = yard.flood();
    if (flood != null) {
      state.put(
          "flood", Map.of("events", flood.events(), "sent", flood.sent(), "done", flood.done()));
    }
    state.put("devices", devices);
    state.put("lanes", lanes);
    return state;
  }

  private Map<String, Object> lane(String id, PlayedLane lane) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("id", id);
    state.put("place", lane.place().name());
    state.put("plate", lane.visitor().map(visitor -> visitor.subject().plate()).orElse(null));
    Barrier barrier = yard.devices().barriers().get(id);
    if (barrier != null) {
      state.put("barrier", barrier.motion().name());
      state.put("loop", barrier.occupied());
    }
    if (yard.devices().displays().containsKey(id)) {
      state.put("display", List.copyOf(yard.devices().displays().get(id).lines().values()));
    }
    if (yard.devices().noticeBoards().containsKey(id)) {
      state.put("notice", List.copyOf(yard.devices().noticeBoards().get(id).lines().values()));
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
      case "flood" -> flood(query);
      default -> throw new Unknown("Acts are on vehicles, devices, barriers, day or flood.");
    };
  }

  private Object day(String verb) {
    if (!verb.equals("pause") && !verb.equals("resume")) {
      throw new Unknown("The day can pause or resume.");
    }
    yard.day().pause(verb.equals("pause"));
    return Map.of("paused", yard.day().paused());
  }

  private Object flood(Map<String, String> query) {
    if (yard.flood() != null && !yard.flood().done()) {
      throw new Unknown("A flood is running.");
    }
    Flood flood =
        new Flood(
            yard,
            whole(query, "events", 1_000, 1, 10_000_000),
            whole(query, "seed", 1, 0, Integer.MAX_VALUE),
            whole(query, "per-second", 0, 0, 100_000),
            new Flood.Shares(
                whole(query, "repeats", 10, 0, 100),
                whole(query, "reordered", 2, 0, 100),
                whole(query, "reconnects", 1, 0, 100)));
    yard.start(flood);
    return Map.of("events", flood.events());
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
    int repeats = whole(query, "repeats", 0, 0, 60);
    return Map.of(
        "event",
        yard.see(laneId + "-camera", visitor, repeats, "true".equals(query.get("history"))));
  }

  private Object device(String id, String verb, Map<String, String> query) throws IOException {
    Devices.Played played = yard.devices().all().get(id);
    if (played == null) {
      throw new Unknown("Device " + id + " is not played.");
    }
    Plug plug = played.plug();
    switch (verb) {
      case "stop" -> plug.pull();
      case "start" -> plug.plugIn();
      case "drop" -> plug.dropLines();
      case "cut", "double", "stall", "lie" -> {
        return spoil(id, played, Mischief.Fault.valueOf(verb.toUpperCase(Locale.ROOT)), query);
      }
      case "clock" -> {
        return clock(id, played, query);
      }
      case "scan" -> scan(id, query);
      case "weigh" -> weigh(id, query);
      case "repeat" -> {
        if (!camera(id).repeatLast()) {
          throw new Unknown("Camera " + id + " has seen nothing yet.");
        }
      }
      case "history" -> {
        if (!camera(id).keepsHistory()) {
          throw new Unknown("Camera " + id + " stores nothing that it could send again.");
        }
        return Map.of("events", history(id, query));
      }
      default ->
          throw new Unknown(
              "A device can stop, start, drop, cut, double, stall or lie; a camera can repeat,"
                  + " send history or have a wrong clock; a scanner can scan; a weighbridge can"
                  + " weigh.");
    }
    return Map.of("plugged", plug.plugged());
  }

  private static Object spoil(
      String id, Devices.Played played, Mischief.Fault fault, Map<String, String> query) {
    if (!played.faults().contains(fault)) {
      throw new Unknown("The messages of " + id + " carry no length to lie about.");
    }
    int times = whole(query, "times", 1, 0, MOST_HISTORY);
    if (fault == Mischief.Fault.STALL) {
      played.mischief().stallFor(Duration.ofMillis(whole(query, "millis", 3_000, 1, 600_000)));
    }
    played.mischief().order(fault, times);
    return Map.of("fault", fault.name(), "times", times);
  }

  private static Object clock(String id, Devices.Played played, Map<String, String> query) {
    if (!played.clock()) {
      throw new Unknown(id + " is not a camera: it says no time.");
    }
    int seconds = whole(query, "seconds", 0, -2_000_000_000, 2_000_000_000);
    played.mischief().skew(Duration.ofSeconds(seconds));
    return Map.of("seconds", seconds);
  }

  private void scan(String id, Map<String, String> query) {
    LineReader reader = yard.devices().readers().get(id);
    String text = query.getOrDefault("text", "");
    if (reader == null || text.isEmpty()) {
      throw new Unknown(
          reader == null ? id + " is not a scanner." : "What is scanned stands in text=….");
    }
    yard.truth().note("scanned", id, "text", text);
    reader.read(text);
  }

  private void weigh(String id, Map<String, String> query) {
    Weighbridge bridge = yard.devices().scales().get(id.replaceAll("-weighbridge$", ""));
    if (bridge == null) {
      throw new Unknown(id + " is not a weighbridge.");
    }
    int kilograms = whole(query, "kilograms", 0, 0, 200_000);
    yard.truth().note("weighs", id, "plate", "", "kilograms", kilograms);
    bridge.driveOn(kilograms, TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
  }

  private static int whole(
      Map<String, String> query, String name, int otherwise, int least, int most) {
    String text = query.getOrDefault(name, String.valueOf(otherwise));
    if (!text.matches("-?\\d{1,10}")
        || Long.parseLong(text) < least
        || Long.parseLong(text) > most) {
      throw new Unknown(name + " is a whole number from " + least + " to " + most + ".");
    }
    return Integer.parseInt(text);
  }

  private List<String> history(String id, Map<String, String> query) {
    int count = whole(query, "count", 1, 1, MOST_HISTORY);
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

  private PlateCamera camera(String id) {
    PlateCamera camera = yard.devices().cameras().get(id);
    if (camera == null) {
      throw new Unknown(id + " is not a camera.");
    }
    return camera;
  }

  private Object barrier(String laneId, String verb) {
    Barrier barrier = yard.devices().barriers().get(laneId);
    if (barrier == null) {
      throw new Unknown("Lane " + laneId + " has no barrier here.");
    }
    switch (verb) {
      case "lift" -> barrier.liftByHand();
      case "lower" -> barrier.lower("lowered by hand");
      case "occupy" -> barrier.occupy(true);
      case "clear" -> barrier.occupy(false);
      case "no-loop" -> {
        PlayedLane lane = yard.lanes().get(laneId);
        if (lane == null) {
          throw new Unknown("Nobody drives in lane " + laneId + ": its camera is not played.");
        }
        lane.nextStaysPut();
      }
      default -> throw new Unknown("A barrier can lift, lower, occupy, clear or no-loop.");
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
