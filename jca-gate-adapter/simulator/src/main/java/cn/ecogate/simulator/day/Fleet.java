package cn.ecogate.simulator.day;

import cn.ecogate.simulator.picture.PlateColor;
import cn.ecogate.simulator.picture.Subject;
import cn.ecogate.simulator.picture.Subject.Reading;
import cn.ecogate.simulator.site.SitePlan.Expectation;
import cn.ecogate.simulator.site.SitePlan.VehiclePlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Who may come to the gate: the site's demonstration vehicles, and strangers it makes up. */
final class Fleet {

  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String[] HOMES = {"云A", "云D", "云F", "川A", "贵B", "桂A", "渝B", "粤B", "豫E"};
  private static final String[] TYPES = {"Q11", "H17", "H11", "H14", "H31"};

  /** How often each kind comes, out of a hundred. */
  private static final Map<Kind, Integer> SHARES =
      new EnumMap<>(
          Map.of(
              Kind.GOOD, 56,
              Kind.STAGE_TOO_LOW, 16,
              Kind.LISTED, 7,
              Kind.STAGE_UNKNOWN, 3,
              Kind.NOT_FILED, 7,
              Kind.UNREAD, 6,
              Kind.NO_PLATE, 5));

  /** The first arrivals, so that a newcomer sees every verdict early. */
  private static final List<Kind> OPENING =
      List.of(
          Kind.GOOD, Kind.STAGE_TOO_LOW, Kind.GOOD, Kind.LISTED, Kind.GOOD, Kind.UNREAD, Kind.GOOD);

  private final List<VehiclePlan> vehicles;
  private final Random random;
  private int arrivals;

  Fleet(List<VehiclePlan> vehicles, Random random) {
    this.vehicles = vehicles;
    this.random = random;
  }

  /** The next one to arrive, none of those whose plates are on the site or at its gates already. */
  Visitor next(Set<String> present) {
    Kind kind = arrivals < OPENING.size() ? OPENING.get(arrivals) : drawn();
    arrivals++;
    return switch (kind) {
      case NOT_FILED -> stranger(present);
      case UNREAD -> filed(Expectation.GOOD, present, kind, Reading.UNREAD);
      case NO_PLATE -> bare();
      default -> filed(Expectation.valueOf(kind.name()), present, kind, Reading.READ);
    };
  }

  private Kind drawn() {
    int ticket = random.nextInt(SHARES.values().stream().mapToInt(Integer::intValue).sum());
    for (Map.Entry<Kind, Integer> share : SHARES.entrySet()) {
      ticket -= share.getValue();
      if (ticket < 0) {
        return share.getKey();
      }
    }
    throw new IllegalStateException("The shares do not add up.");
  }

  private Visitor filed(Expectation expected, Set<String> present, Kind kind, Reading reading) {
    List<VehiclePlan> fitting = new ArrayList<>();
    for (VehiclePlan vehicle : vehicles) {
      if (vehicle.expected() == expected && !present.contains(vehicle.plate())) {
        fitting.add(vehicle);
      }
    }
    if (fitting.isEmpty()) {
      return stranger(present);
    }
    VehiclePlan vehicle = fitting.get(random.nextInt(fitting.size()));
    return new Visitor(
        new Subject(
            vehicle.plate(),
            PlateColor.named(vehicle.color()),
            reading,
            vehicle.type(),
            vehicle.electric(),
            looksOf(vehicle.plate())),
        kind);
  }

  private Visitor stranger(Set<String> present) {
    String plate;
    String type = TYPES[random.nextInt(TYPES.length)];
    do {
      plate = HOMES[random.nextInt(HOMES.length)] + tail();
    } while (present.contains(plate));
    PlateColor color = type.startsWith("H3") ? PlateColor.BLUE : PlateColor.YELLOW;
    return new Visitor(
        new Subject(plate, color, Reading.READ, type, false, looksOf(plate)), Kind.NOT_FILED);
  }

  private Visitor bare() {
    String type = random.nextBoolean() ? "H17" : "H11";
    return new Visitor(
        new Subject("", PlateColor.OTHER, Reading.NO_PLATE, type, false, random.nextLong()),
        Kind.NO_PLATE);
  }

  private String tail() {
    StringBuilder tail = new StringBuilder();
    int letter = random.nextInt(7);
    for (int i = 0; i < 5; i++) {
      tail.append(
          i == letter
              ? LETTERS.charAt(random.nextInt(LETTERS.length()))
              : (char) ('0' + random.nextInt(10)));
    }
    return tail.toString();
  }

  static long looksOf(String plate) {
    return plate.hashCode() * 2654435761L;
  }
}
