package cn.ecogate.mobile.account;

import cn.ecogate.account.boundary.Accounts;
import cn.ecogate.account.entity.Person;
import cn.ecogate.account.entity.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Who the token belongs to. */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

  @Inject Accounts accounts;

  @GET
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.KEEPER,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public Me me(@Context SecurityContext caller) {
    Person person = accounts.person(caller.getUserPrincipal().getName()).orElseThrow();
    return new Me(person.user(), person.name(), TokensResource.roles(person));
  }
}
