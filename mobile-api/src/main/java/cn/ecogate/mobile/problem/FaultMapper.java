package cn.ecogate.mobile.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers every failure of the API: a mistake with its code, a fault with a reference under which
 * the log has the rest.
 */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(FaultMapper.class.getName());

  @Context UriInfo uri;
  @Context Request request;

  @Override
  public Response toResponse(Throwable failure) {
    Optional<Problem> refusal = Refusals.of(failure);
    if (refusal.isEmpty()) {
      return fault(failure);
    }
    Response.ResponseBuilder answer = refusal.get().response();
    if (failure instanceof WebApplicationException) {
      String allow = ((WebApplicationException) failure).getResponse().getHeaderString("Allow");
      answer.header("Allow", allow);
    }
    if (refusal.get().status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      answer.header("WWW-Authenticate", "Bearer realm=\"ecogate\"");
    }
    return answer.build();
  }

  private Response fault(Throwable failure) {
    String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    LOG.log(
        Level.ERROR,
        "Call " + request.getMethod() + " " + uri.getPath() + " failed, reference " + reference,
        failure);
    return Problem.fault(reference).response().build();
  }
}
