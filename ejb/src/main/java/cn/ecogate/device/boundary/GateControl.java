package cn.ecogate.device.boundary;

import cn.ecogate.device.entity.Acknowledgement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The way out to barriers, displays and voices. A device that fails never throws here: it answers
 * what happened.
 */
@ApplicationScoped
public class GateControl {

  /** Raises the lane's barrier; returns when the device confirmed or gave up. */
  public Acknowledgement open(String laneId) {
    throw new IllegalStateException("not built yet");
  }

  /** Shows lines on the lane's display; a lane without one answers SKIPPED. */
  public Acknowledgement show(String laneId, List<String> lines, Tone tone) {
    throw new IllegalStateException("not built yet");
  }

  public Acknowledgement say(String laneId, String sentence) {
    throw new IllegalStateException("not built yet");
  }

  /** How a text should look. */
  public enum Tone {
    ADMIT,
    REFUSE,
    ATTENTION
  }
}
