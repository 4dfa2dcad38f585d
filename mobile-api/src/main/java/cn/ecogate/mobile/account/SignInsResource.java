package cn.ecogate.mobile.account;

import cn.ecogate.account.boundary.DoorBook;
import cn.ecogate.account.entity.OpenDoor;
import cn.ecogate.account.entity.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The caller's own sign-ins: to see a strange one, and to end a lost handheld's. */
@Path("/me/sign-ins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SignInsResource {

  /** A token goes by its digest, a browser by a shorter id. */
  private static final int TOKEN_ID = 64;

  @Inject DoorBook doors;

  @GET
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.KEEPER,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public List<SignInItem> mine() {
    return doors.mine().stream().map(SignInItem::of).toList();
  }

  @DELETE
  @Path("/{id: [0-9a-f]{32,64}}")
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.KEEPER,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public void end(@PathParam("id") String id) {
    OpenDoor.Kind kind = id.length() == TOKEN_ID ? OpenDoor.Kind.HANDHELD : OpenDoor.Kind.SCREENS;
    doors.end(kind, id);
  }
}
