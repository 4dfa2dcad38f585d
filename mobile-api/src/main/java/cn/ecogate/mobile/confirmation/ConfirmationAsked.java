package cn.ecogate.mobile.confirmation;

/** A machine on file that somebody has doubts about. */
public record ConfirmationAsked(String machine, String reason) {}
