package cn.ecogate.web.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The page behind every failed request: what happened, what to do, and a reference that stands in
 * the log too. It needs neither Faces nor the database, which may be what failed.
 */
@WebServlet("/fault")
public class FaultServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(FaultServlet.class.getName());

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object status =
        request.getParameter("forbidden") != null
            ? Integer.valueOf(HttpServletResponse.SC_FORBIDDEN)
            : request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    String given = request.getParameter("reference");
    String reference =
        given != null && given.matches("[0-9A-Z]{6}") ? given : log(request, status, cause);
    String kind =
        switch (status == null ? 500 : (int) status) {
          case 404 -> "missing";
          case 403 -> "forbidden";
          default -> "fault";
        };
    Locale locale = Preferences.localeOf(request);
    response.setContentType("text/html; charset=UTF-8");
    try (InputStream page = getServletContext().getResourceAsStream("/WEB-INF/frame/fault.html")) {
      response
          .getWriter()
          .printf(
              new String(page.readAllBytes(), StandardCharsets.UTF_8),
              Locale.ENGLISH.equals(locale) ? "en" : "zh-CN",
              Words.say(locale, kind + ".title"),
              Words.say(locale, kind + ".advice"),
              kind.equals("fault") ? Words.say(locale, "fault.reference", reference) : "",
              Words.say(locale, "fault.back"));
    }
  }

  /** Logs a fault once and answers what to call it. */
  static String log(HttpServletRequest request, Object status, Throwable cause) {
    if (cause == null && status != null && (int) status < 500) {
      return "";
    }
    String reference =
        Long.toString(ThreadLocalRandom.current().nextLong(60466176L, 2176782336L), 36)
            .toUpperCase(Locale.ROOT);
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    LOG.log(
        Level.ERROR,
        "Fault "
            + reference
            + ": "
            + (asked == null ? request.getRequestURI() : asked)
            + " could not be answered; the user was shown this reference",
        cause);
    return reference;
  }
}
