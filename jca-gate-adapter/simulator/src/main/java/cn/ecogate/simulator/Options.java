package cn.ecogate.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What the command line asks for. */
record Options(
    Path site,
    Path dataDir,
    long seed,
    double pace,
    int baudPace,
    OptionalDouble hour,
    OptionalInt controlPort,
    Optional<String> serialRelay,
    Optional<String> serialDisplay,
    Optional<String> serialScale,
    Optional<String> serialScanner,
    List<Once> once,
    boolean smallPictures,
    boolean withParent) {

  static final String HELP =
      """
      VirtualSite: plays a site's devices with their own protocols.

        --site FILE             the site file to play (required)
        --data-dir DIR          where simulator/truth.jsonl is written (required)
        --seed N                the same day again with the same number (default: another each time)
        --pace X                trucks X times as often as one in 6 to 10 s; 0 = none (default 1)
        --hour H                draw every picture in the light of that hour, 0 to 24
        --once PLAN             only these, in this order, then end:
                                LANE=PLATE[/COLOR[/TYPE]],...  e.g. A-01=云A6K218/YELLOW/Q11
                                a plate of ? was not read, one of - is missing
        --baud-pace N           answer boards as slowly as N baud; 0 = at once (default 9600)
        --serial-relay DEVICE   serve relay boards whose address is serial: on this device
        --serial-display DEVICE the same for displays
        --serial-scale DEVICE   the same for weighbridges
        --serial-scanner DEVICE the same for scanners and readers
        --small-pictures        one small picture for all, where it is events that count
        --control-port N        a door for tests on 127.0.0.1:N (0 = any, printed)
        --with-parent           end when standard input closes
        --help                  this
      """;

  /** One vehicle of a plan. */
  record Once(String lane, String plate, String color, String type) {}

  /** A wrong command line, in one sentence. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String sentence) {
      super(sentence);
    }
  }

  static Options of(String... words) {
    Deque<String> left = new ArrayDeque<>(List.of(words));
    Path site = null;
    Path dataDir = null;
    long seed = System.nanoTime();
    double pace = 1;
    int baudPace = 9600;
    OptionalDouble hour = OptionalDouble.empty();
    OptionalInt controlPort = OptionalInt.empty();
    Optional<String> serialRelay = Optional.empty();
    Optional<String> serialDisplay = Optional.empty();
    Optional<String> serialScale = Optional.empty();
    Optional<String> serialScanner = Optional.empty();
    boolean smallPictures = false;
    List<Once> once = List.of();
    boolean withParent = false;
    while (!left.isEmpty()) {
      String name = left.removeFirst();
      switch (name) {
        case "--with-parent" -> withParent = true;
        case "--site" -> site = Path.of(value(name, left));
        case "--data-dir" -> dataDir = Path.of(value(name, left));
        case "--seed" -> seed = whole(name, value(name, left));
        case "--pace" -> pace = number(name, value(name, left), 0, 1000);
        case "--hour" -> hour = OptionalDouble.of(number(name, value(name, left), 0, 24));
        case "--baud-pace" -> baudPace = (int) number(name, value(name, left), 0, 1_000_000);
        case "--control-port" ->
            controlPort = OptionalInt.of((int) number(name, value(name, left), 0, 65_535));
        case "--serial-relay" -> serialRelay = Optional.of(value(name, left));
        case "--serial-display" -> serialDisplay = Optional.of(value(name, left));
        case "--serial-scale" -> serialScale = Optional.of(value(name, left));
        case "--serial-scanner" -> serialScanner = Optional.of(value(name, left));
        case "--small-pictures" -> smallPictures = true;
        case "--once" -> once = plan(value(name, left));
        default -> throw new Wrong("Unknown option " + name + "; --help lists them.");
      }
    }
    if (site == null) {
      throw new Wrong("--site FILE is missing; --help lists the options.");
    }
    if (dataDir == null) {
      throw new Wrong("--data-dir DIR is missing; --help lists the options.");
    }
    if (Files.exists(dataDir) && !Files.isDirectory(dataDir)) {
      throw new Wrong("--data-dir " + dataDir + " is a file, not a folder.");
    }
    return new Options(
        site,
        dataDir,
        seed,
        pace,
        baudPace,
        hour,
        controlPort,
        serialRelay,
        serialDisplay,
        serialScale,
        serialScanner,
        once,
        smallPictures,
        withParent);
  }

  private static String value(String name, Deque<String> left) {
    if (left.isEmpty()) {
      throw new Wrong("The option " + name + " needs a value.");
    }
    return left.removeFirst();
  }

  private static double number(String name, String text, double least, double most) {
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException wrong) {
      throw new Wrong("The option " + name + " needs a number, not " + text + ".");
    }
    throw new Wrong("The option " + name + " cannot be " + text + ".");
  }

  private static long whole(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException wrong) {
      throw new Wrong("The option " + name + " needs a whole number, not " + text + ".");
    }
  }

  private static List<Once> plan(String text) {
    List<Once> plan = new ArrayList<>();
    for (String entry : text.split(",")) {
      String[] sides = entry.trim().split("=", 2);
      if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
        throw new Wrong("The plan entry " + entry + " is not LANE=PLATE[/COLOR[/TYPE]].");
      }
      String[] parts = sides[1].split("/");
      plan.add(
          new Once(
              sides[0].trim(),
              parts[0].trim(),
              parts.length > 1 ? parts[1].trim() : "YELLOW",
              parts.length > 2 ? parts[2].trim() : "H11"));
    }
    return List.copyOf(plan);
  }
}
