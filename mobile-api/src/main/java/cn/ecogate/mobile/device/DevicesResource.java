package cn.ecogate.mobile.device;

import cn.ecogate.account.entity.Role;
import cn.ecogate.device.boundary.DeviceWatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Every device of the site and how it is now. */
@Path("/devices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DevicesResource {

  @Inject DeviceWatch watch;

  @GET
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public List<DeviceItem> devices() {
    return watch.devices().stream().map(DeviceItem::of).toList();
  }
}
