package cn.ecogate.mobile.site;

/** Why a lane is to be closed. */
public record ClosureTold(String reason) {}
