package cn.ecogate.admission.boundary;

import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Facts;

/** The law of the gate: facts in, decision out. No database, no clock, no device. */
public final class Admission {

  private Admission() {}

  /**
   * Asks every rule and gathers their answers: one objection refuses, else one question asks a
   * guard, else admitted.
   */
  public static Decision decide(Facts facts) {
    throw new IllegalStateException("not built yet");
  }
}
