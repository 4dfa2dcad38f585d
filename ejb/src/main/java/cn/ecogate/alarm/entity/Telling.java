package cn.ecogate.alarm.entity;

import java.time.Instant;

/**
 * What a channel is told.
 *
 * @param number the notice's own, the same at every try
 */
public record Telling(long number, Alarm alarm, AlarmNotice.Event event, Instant at) {}
