package cn.ecogate.uplink.control;

import java.util.List;

/** A profile file that cannot be put in force, with every fault as a sentence. */
public class BrokenProfile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  public BrokenProfile(List<String> faults) {
    super(String.join(" ", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
