package cn.ecogate.alarm.boundary;

import cn.ecogate.alarm.entity.Alarm;

/**
 * CDI event, inside the transaction: an alarm of that kind and subject was raised, repeated,
 * acknowledged or is over. Observe it after the commit.
 */
public record AlarmsChanged(Alarm.Kind kind, String subject) {}
