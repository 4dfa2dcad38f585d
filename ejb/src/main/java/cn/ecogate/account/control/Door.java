package cn.ecogate.account.control;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which door a request stands at, by its path inside the application. */
public enum Door {
  /** Anybody may. */
  OPEN,
  /** A bearer token, at every call. */
  API,
  /** A session; a person without one is shown to the sign-in page. */
  PAGE,
  /** A session too, but asked by a program, which cannot follow to a sign-in page. */
  CHANNEL;

  public static final String SIGN_IN = "/sign-in.xhtml";
  public static final String PASSWORD = "/password.xhtml";
  public static final String SIGN_OUT = "/sign-out";

  private static final String API_ROOT = "/api";
  private static final String TOKENS = "/api/v1/tokens";
  private static final String RESOURCES = "/jakarta.faces.resource/";
  private static final String PUSH = "/jakarta.faces.push/";

  /** What browsers ask for by themselves, and what the server answers for its operator. */
  private static final List<String> PLAIN =
      List.of(SIGN_IN, "/favicon.ico", "/favicon.svg", "/robots.txt");

  private static final List<String> OPERATOR = List.of("/openapi", "/health", "/metrics");

  public static Door of(String method, String path) {
    if (TOKENS.equals(path) && "POST".equals(method)) {
      return OPEN;
    }
    if (under(API_ROOT, path)) {
      return API;
    }
    if (PLAIN.contains(path)
        || path.startsWith(RESOURCES)
        || OPERATOR.stream().anyMatch(root -> under(root, path))) {
      return OPEN;
    }
    return path.startsWith(PUSH) ? CHANNEL : PAGE;
  }

  /** The only pages of somebody who still has to change the first password. */
  public static boolean opensToNewcomer(String path) {
    return PASSWORD.equals(path) || SIGN_OUT.equals(path);
  }

  /** The sign-in page's address that leads on to what was wanted. */
  public static String signInFor(String context, String wanted) {
    boolean start = wanted.equals(context + "/") || !wanted.equals(safe(context, wanted));
    return context
        + SIGN_IN
        + (start ? "" : "?wanted=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
  }

  /** The wanted address if it is one of this application's own pages, else its start page. */
  public static String safe(String context, String wanted) {
    String start = context + "/";
    boolean own =
        wanted != null
            && wanted.startsWith(start)
            && !wanted.startsWith("//")
            && wanted.chars().noneMatch(c -> c <= ' ' || c == '\\' || c == 0x7f)
            && !wanted.startsWith(context + SIGN_IN)
            && !wanted.startsWith(context + API_ROOT + "/");
    return own ? wanted : start;
  }

  private static boolean under(String root, String path) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
