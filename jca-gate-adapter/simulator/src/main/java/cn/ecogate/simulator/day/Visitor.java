package cn.ecogate.simulator.day;

import cn.ecogate.simulator.picture.Subject;

/** A vehicle with what it was meant to be. */
public record Visitor(Subject subject, Kind kind) {}
