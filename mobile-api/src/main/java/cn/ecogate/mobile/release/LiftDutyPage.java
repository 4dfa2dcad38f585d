package cn.ecogate.mobile.release;

import java.util.List;

/** One page of lifts to be explained, newest first. */
public record LiftDutyPage(List<LiftDutyItem> items, String next) {}
