package cn.ecogate.mobile.confirmation;

/** Whether what another person found will do. */
public record VerificationTold(boolean accepted, String verdict) {}
