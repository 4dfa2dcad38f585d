package cn.ecogate.simulator.site;

import cn.ecogate.simulator.site.SitePlan.DevicePlan;
import cn.ecogate.simulator.site.SitePlan.Expectation;
import cn.ecogate.simulator.site.SitePlan.LanePlan;
import cn.ecogate.simulator.site.SitePlan.VehiclePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a site file as far as the simulator needs it; what it does not know it leaves alone. */
public final class SiteFile {

  private static final Set<String> DEVICE_KEYS = Set.of("driver", "address", "user", "password");
  private static final Set<String> HEAVY = Set.of("H1", "Q1", "Z5");
  private static final Set<String> EXEMPT_USES = Set.of("I", "J", "H", "K");
  private static final Set<String> CLEAN_FUELS = Set.of("ELECTRIC", "HYDROGEN");
  private static final List<String> STAGES =
      List.of("CHINA_0", "CHINA_1", "CHINA_2", "CHINA_3", "CHINA_4", "CHINA_5", "CHINA_6");

  private SiteFile() {}

  /** The plan in that file; throws {@link UnusableSite} with one sentence if there is none. */
  public static SitePlan read(Path file) {
    if (!Files.isReadable(file)) {
      throw new UnusableSite("The site file " + file + " is not there or cannot be read.");
    }
    try {
      return of(Files.readString(file));
    } catch (IOException broken) {
      throw new UnusableSite(
          "The site file " + file + " cannot be read: " + broken.getMessage() + ".");
    }
  }

  static SitePlan of(String yaml) {
    Object root;
    try {
      root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    } catch (YamlEngineException wrong) {
      throw new UnusableSite("The site file is not YAML: " + firstLine(wrong) + ".");
    }
    if (!(root instanceof Map)) {
      throw new UnusableSite("The site file must be a map with the key gates.");
    }
    Map<String, Object> site = map(root, "site");
    List<LanePlan> lanes = new ArrayList<>();
    for (Map<String, Object> gate : maps(site, "gates")) {
      String no = text(gate, "no").orElseThrow(() -> new UnusableSite("A gate has no key no."));
      for (Map<String, Object> lane : maps(gate, "lanes")) {
        lanes.add(lane(no, lane));
      }
    }
    if (lanes.isEmpty()) {
      throw new UnusableSite("The site file has no gates with lanes.");
    }
    Map<String, Object> demo =
        site.get("demo-data") == null ? Map.of() : map(site.get("demo-data"), "demo-data");
    return new SitePlan(List.copyOf(lanes), vehicles(demo));
  }

  private static LanePlan lane(String gate, Map<String, Object> lane) {
    String no =
        text(lane, "barrier-no")
            .orElseThrow(() -> new UnusableSite("A lane of gate " + gate + " has no barrier-no."));
    String id = gate + "-" + no;
    return new LanePlan(
        id,
        text(lane, "name").orElse(id),
        !"out".equals(text(lane, "direction").orElse("in")),
        device(lane, "camera", id),
        device(lane, "barrier", id),
        device(lane, "display", id),
        device(lane, "weighbridge", id),
        device(lane, "scanner", id),
        device(lane, "notice-board", id));
  }

  private static Optional<DevicePlan> device(Map<String, Object> lane, String kind, String laneId) {
    if (lane.get(kind) == null) {
      return Optional.empty();
    }
    String id = laneId + "-" + kind;
    Map<String, Object> keys = map(lane.get(kind), id);
    Map<String, String> settings = new TreeMap<>();
    keys.forEach(
        (key, value) -> {
          if (!DEVICE_KEYS.contains(key)) {
            settings.put(key, String.valueOf(value));
          }
        });
    return Optional.of(
        new DevicePlan(
            id,
            text(keys, "driver").orElse(""),
            text(keys, "address").orElseThrow(() -> new UnusableSite(id + " has no address.")),
            text(keys, "user").orElse(""),
            text(keys, "password").orElse(""),
            settings));
  }

  private static List<VehiclePlan> vehicles(Map<String, Object> demo) {
    Set<String> listed =
        maps(demo, "exceeding").stream()
            .flatMap(entry -> text(entry, "plate").stream())
            .collect(Collectors.toSet());
    List<Map<String, Object>> strategies = maps(demo, "strategies");
    Map<String, VehiclePlan> byPlate = new LinkedHashMap<>();
    for (Map<String, Object> vehicle : maps(demo, "vehicles")) {
      String plate =
          text(vehicle, "plate")
              .orElseThrow(() -> new UnusableSite("A vehicle in demo-data has no plate."));
      Expectation expected =
          listed.contains(plate) ? Expectation.LISTED : expectation(vehicle, strategies);
      byPlate.put(
          plate,
          new VehiclePlan(
              plate,
              text(vehicle, "color").orElse("YELLOW"),
              text(vehicle, "type").orElse("H11"),
              CLEAN_FUELS.contains(text(vehicle, "fuel").orElse("")),
              text(vehicle, "vin").orElse(""),
              expected));
    }
    return List.copyOf(byPlate.values());
  }

  private static Expectation expectation(
      Map<String, Object> vehicle, List<Map<String, Object>> strategies) {
    String stage = text(vehicle, "stage").orElse("UNKNOWN");
    if (EXEMPT_USES.contains(text(vehicle, "use").orElse(""))) {
      return Expectation.GOOD;
    }
    if (stage.equals("UNKNOWN")) {
      return Expectation.STAGE_UNKNOWN;
    }
    String type = text(vehicle, "type").orElse("H11");
    boolean heavy = HEAVY.contains(type.substring(0, Math.min(2, type.length())));
    for (Map<String, Object> strategy : strategies) {
      boolean meant = heavy || !"true".equals(text(strategy, "heavy-only").orElse("false"));
      boolean fuel =
          !(strategy.get("fuels") instanceof List<?> fuels)
              || fuels.contains(text(vehicle, "fuel").orElse(""));
      int worst = STAGES.indexOf(text(strategy, "worst").orElse(""));
      int own = STAGES.indexOf(stage);
      if (meant && fuel && own >= 0 && own <= worst) {
        return Expectation.STAGE_TOO_LOW;
      }
    }
    return Expectation.GOOD;
  }

  private static Optional<String> text(Map<String, Object> map, String key) {
    return Optional.ofNullable(map.get(key)).map(String::valueOf);
  }

  private static List<Map<String, Object>> maps(Map<String, Object> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> items)) {
      throw new UnusableSite("The key " + key + " must be a list.");
    }
    return items.stream().map(item -> map(item, key)).toList();
  }

  private static Map<String, Object> map(Object value, String what) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new UnusableSite("The entry " + what + " must have keys and values.");
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    map.forEach((key, item) -> keys.put(String.valueOf(key), item));
    return keys;
  }

  private static String firstLine(Exception wrong) {
    return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("unknown");
  }
}
