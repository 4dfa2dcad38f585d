package cn.ecogate.mobile.alarm;

import cn.ecogate.account.entity.Role;
import cn.ecogate.alarm.boundary.Alarms;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Alarms: listed, and acknowledged by whoever goes there. */
@Path("/alarms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AlarmsResource {

  @Inject Alarms alarms;

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
}
