package cn.ecogate.web.frame;

/** One filter in force, and the address of the same view without it. */
public record Chip(String name, String value, String without) {}
