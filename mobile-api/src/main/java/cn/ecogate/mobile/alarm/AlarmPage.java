package cn.ecogate.mobile.alarm;

import java.util.List;

/** One page of alarms, newest first. */
public record AlarmPage(List<AlarmItem> items, String next) {}
