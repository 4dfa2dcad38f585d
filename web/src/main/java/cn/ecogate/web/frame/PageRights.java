package cn.ecogate.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses a page to whoever may not open it, however he came to its address. */
@WebFilter("*.xhtml")
public class PageRights extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (free(request) || Rights.HOUSE.opens(request.getServletPath(), request::isUserInRole)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** What nobody has to sign in for, and what the doorkeeper has answered already. */
  private static boolean free(HttpServletRequest request) {
    return request.getUserPrincipal() == null
        || request.getServletPath().startsWith("/jakarta.faces.resource/");
  }
}
