package cn.ecogate.mobile.alarm;

import cn.ecogate.account.entity.Role;
import cn.ecogate.alarm.boundary.Alarms;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmFilter;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Alarms: listed, told live, acknowledged by whoever goes there, closed with what was found. */
@Path("/alarms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AlarmsResource {

  /** Nobody reads more on a handheld. */
  private static final int MOST_STANDING = 200;

  @Inject Alarms alarms;
  @Inject Listeners listeners;

  @GET
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public AlarmPage find(@BeanParam AlarmCriteria criteria) {
    Slice<Alarm> slice = alarms.find(criteria.filter(), criteria.cursor(), criteria.rows());
    return new AlarmPage(
        slice.rows().stream().map(AlarmItem::of).toList(), slice.next().orElse(null));
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/acknowledgement")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD})
  public AlarmItem acknowledge(@PathParam("id") long id) {
    return AlarmItem.of(alarms.acknowledge(id));
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/closing")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD})
  public AlarmItem close(@PathParam("id") long id, Closing closing) {
    if (closing == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 finding 和 cause。");
    }
    return AlarmItem.of(alarms.close(id, closing.found(), closing.cause()));
  }

  /** Answered at once if the caller's list is not the present one, else when something changes. */
  @GET
  @Path("/stream")
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public void stream(@QueryParam("mark") String mark, @Suspended AsyncResponse answer) {
    // Registered first, so that a change between the look and the waiting wakes it too.
    boolean room = !listeners.full();
    if (room) {
      listeners.add(answer);
    }
    AlarmFilter standing = new AlarmFilter(AlarmFilter.Which.STANDING, null, null);
    AlarmNews now = AlarmNews.of(alarms.find(standing, null, MOST_STANDING).rows());
    if (!now.mark().equals(mark)) {
      answer.resume(Response.ok(now).header("Cache-Control", "no-store").build());
    } else if (!room) {
      throw new Rejected("stream-busy", "", "等待告警的手持机过多，请一分钟后再试。");
    }
  }
}
