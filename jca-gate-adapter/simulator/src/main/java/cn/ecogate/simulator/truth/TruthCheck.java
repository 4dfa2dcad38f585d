package cn.ecogate.simulator.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what cameras have shown with what was recorded: nothing lost, nothing doubled, nothing
 * made up, and in each lane the order in which it was shown, among what was live and among what was
 * history.
 */
public final class TruthCheck {

  /** One event of one camera, by the name that it has on the wire. */
  public record Event(String device, String event) {}

  private TruthCheck() {}

  /** What the log says was shown, in the order in which it was. */
  public static List<Event> shown(Path truthLog) throws IOException {
    List<Event> shown = new ArrayList<>();
    for (String line : Files.readAllLines(truthLog)) {
      if (line.contains("\"what\":\"plate-seen\"") && line.endsWith("}")) {
        JsonText.Read read = JsonText.object(line);
        shown.add(new Event(read.text("device"), read.text("event")));
      }
    }
    return shown;
  }

  /**
   * One sentence for each kind of fault, with a few of the events; none if all is well. A live
   * vehicle may overtake history.
   *
   * @param live what was recorded of vehicles that stood at the barrier, in the order of the
   *     records
   * @param history what was recorded of cameras' memories, in the order of the records
   */
  public static List<String> faults(List<Event> shown, List<Event> live, List<Event> history) {
    List<Event> recorded = new ArrayList<>(live);
    recorded.addAll(history);
    List<String> faults = new ArrayList<>();
    Set<Event> once = new HashSet<>();
    List<Event> doubled = recorded.stream().filter(event -> !once.add(event)).toList();
    Set<Event> known = new HashSet<>(shown);
    say(faults, "lost", shown.stream().distinct().filter(event -> !once.contains(event)).toList());
    say(faults, "doubled", doubled);
    say(faults, "made up", recorded.stream().filter(event -> !known.contains(event)).toList());
    List<Event> disordered = new ArrayList<>(disordered(shown, live));
    disordered.addAll(disordered(shown, history));
    say(faults, "out of order", disordered);
    return faults;
  }

  private static List<Event> disordered(List<Event> shown, List<Event> recorded) {
    Map<Event, Integer> place = new HashMap<>();
    shown.forEach(event -> place.putIfAbsent(event, place.size()));
    Map<String, Integer> last = new LinkedHashMap<>();
    List<Event> wrong = new ArrayList<>();
    for (Event event : recorded) {
      int here = place.getOrDefault(event, -1);
      if (here < last.getOrDefault(event.device(), -1)) {
        wrong.add(event);
      } else {
        last.put(event.device(), here);
      }
    }
    return wrong;
  }

  private static void say(List<String> faults, String what, List<Event> events) {
    if (!events.isEmpty()) {
      faults.add(
          events.size() + " " + what + ", e.g. " + events.subList(0, Math.min(3, events.size())));
    }
  }
}
