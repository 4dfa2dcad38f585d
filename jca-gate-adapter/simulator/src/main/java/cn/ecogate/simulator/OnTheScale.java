package cn.ecogate.simulator;

import cn.ecogate.simulator.day.PlayedLane;
import cn.ecogate.simulator.day.Visitor;
import cn.ecogate.simulator.scale.Weighbridge;
import cn.ecogate.simulator.truth.TruthLog;

/** A lane whose vehicles stop on a weighbridge; what they weigh is the truth. */
record OnTheScale(Weighbridge bridge, String device, TruthLog truth)
    implements PlayedLane.Bystander {

  private static final int LIGHTEST = 9_000;
  private static final int SPREAD = 38_000;
  private static final int DIVISION = 20;

  @Override
  public void stops(Visitor visitor, long now) {
    int kilograms =
        (LIGHTEST + Math.floorMod(visitor.subject().seed() ^ now, SPREAD)) / DIVISION * DIVISION;
    truth.note("weighs", device, "plate", visitor.subject().plate(), "kilograms", kilograms);
    bridge.driveOn(kilograms, now);
  }

  @Override
  public void leaves(long now) {
    bridge.driveOff(now);
  }
}
