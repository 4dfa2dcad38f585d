package cn.ecogate.adapter.api.catalogue;

import java.util.List;

/**
 * What on a shared address belongs to one device only. Drivers that name the same thing compete for
 * it.
 *
 * @param thing what it is, e.g. a coil
 * @param settings which of them name one; without any there is one at an address ({@link #LINE}:
 *     nothing else either)
 * @param within counted apart for each value of these, e.g. the coils of each unit
 */
public record Exclusive(Label thing, List<String> settings, List<String> within) {

  public Exclusive {
    settings = List.copyOf(settings);
    within = List.copyOf(within);
  }

  /** The whole line: no other device at this address. */
  public static final Exclusive LINE = new Exclusive(new Label("线路", "line"), List.of(), List.of());

  /** One camera at an address, and beside it what hangs on the camera. */
  public static final Exclusive ONE_CAMERA =
      new Exclusive(new Label("摄像机", "camera"), List.of(), List.of());

  /** What that one setting names. */
  public static Exclusive of(String chinese, String english, String setting) {
    return new Exclusive(new Label(chinese, english), List.of(setting), List.of());
  }
}
