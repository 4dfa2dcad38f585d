package cn.ecogate.mobile.account;

import cn.ecogate.account.boundary.Accounts;
import cn.ecogate.account.boundary.Tokens;
import cn.ecogate.account.entity.IssuedToken;
import cn.ecogate.account.entity.Person;
import cn.ecogate.account.entity.Role;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A handheld's key: got with a password, given back at the end of the shift. */
@Path("/tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TokensResource {

  private static final int SCHEME = "Bearer ".length();

  @Inject Accounts accounts;
  @Inject Tokens tokens;

  @POST
  @PermitAll
  public Response signIn(SignIn wanted) {
    if (wanted == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 user、password 和 device。");
    }
    wanted.requireComplete();
    Person person =
        accounts
            .signIn(wanted.user(), wanted.password())
            .orElseThrow(() -> new Rejected("sign-in-wrong", "", "用户名或密码不正确。"));
    IssuedToken token = tokens.issue(person, wanted.device());
    return Response.ok(
            new TokenGranted(token.secret(), token.expires(), person.name(), roles(person)))
        .header("Cache-Control", "no-store")
        .build();
  }

  @DELETE
  @Path("/current")
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.KEEPER,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public void signOut(@HeaderParam("Authorization") String authorization) {
    tokens.revoke(authorization.substring(SCHEME).strip());
  }

  static List<String> roles(Person person) {
    return person.roles().stream().map(Role::roleName).sorted().toList();
  }
}
