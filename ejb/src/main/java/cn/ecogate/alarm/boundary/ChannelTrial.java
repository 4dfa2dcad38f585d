package cn.ecogate.alarm.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmChannel;
import cn.ecogate.alarm.entity.AlarmNotice;
import cn.ecogate.alarm.entity.Telling;
import cn.ecogate.alarm.entity.ToldAnswer;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Sends a channel something that says that it is a trial, and tells what the other side answered.
 */
@Stateless
@RolesAllowed(ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChannelTrial {

  @Inject AlarmChannels channels;
  @Inject ChannelCall call;
  @Inject Clock clock;

  public ToldAnswer run(long id) {
    AlarmChannel channel =
        channels.channel(id).orElseThrow(() -> new Rejected("not-found", "", "这个通知渠道已被删除，请刷新列表。"));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return call.tell(channel, new Telling(0, Alarm.trial(now), AlarmNotice.Event.RAISED, now));
  }
}
