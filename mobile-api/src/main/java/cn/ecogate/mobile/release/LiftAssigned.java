package cn.ecogate.mobile.release;

/** Who has to explain it from now on. */
public record LiftAssigned(String person) {}
