package cn.ecogate.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Any page with {@code ?language=} or {@code ?look=} keeps the choice in a cookie and leads back to
 * the view it was chosen on; so it works on the sign-in page too.
 */
@WebFilter("*.xhtml")
public class PreferenceFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean chosen =
        keep(request, response, "language", Preferences.LANGUAGES, Preferences.LANGUAGE)
            | keep(request, response, "look", Preferences.LOOKS, Preferences.LOOK);
    if (chosen) {
      response.sendRedirect(back(request.getHeader("Referer")));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean keep(
      HttpServletRequest request,
      HttpServletResponse response,
      String parameter,
      Set<String> known,
      String name) {
    String value = "GET".equals(request.getMethod()) ? request.getParameter(parameter) : null;
    if (value == null || !known.contains(value)) {
      return false;
    }
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setMaxAge(A_YEAR);
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
    return true;
  }

  /** Only path and query of where they came from: never to another site. */
  static String back(String referer) {
    try {
      URI from = URI.create(referer == null ? "/" : referer);
      String path = from.getRawPath() == null ? "/" : from.getRawPath().replaceFirst("^/*", "/");
      return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
    } catch (IllegalArgumentException unreadable) {
      return "/";
    }
  }
}
