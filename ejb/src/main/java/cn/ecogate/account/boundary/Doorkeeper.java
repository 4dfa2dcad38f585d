package cn.ecogate.account.boundary;

import cn.ecogate.account.control.Door;
import cn.ecogate.account.entity.Person;
import cn.ecogate.account.entity.Role;
import cn.ecogate.account.entity.Standing;
import cn.ecogate.vocabulary.Rejected;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Lets people in: a session for the screens, a bearer token at every call of the API. Nothing of a
 * person's rights is kept in the session, so a change of them counts at the next request.
 */
@ApplicationScoped
public class Doorkeeper implements HttpAuthenticationMechanism {

  /** Request attribute: why a sign-in failed, a sentence for the sign-in page. */
  public static final String REFUSAL = "cn.ecogate.account.refusal";

  /** How the screens are named as the way through which something was done. */
  private static final String SCREENS = "screens";

  private static final String GUEST = "cn.ecogate.account.guest";
  private static final String BEARER = "Bearer ";
  private static final String PROBLEM = "application/problem+json";
  private static final Logger LOG = System.getLogger(Doorkeeper.class.getName());

  @Inject Accounts accounts;
  @Inject Tokens tokens;
  @Inject Sessions sessions;
  @Inject CallerTrace trace;
  @Inject HttpServletRequest current;

  /** Who the session was begun for, under which password, and by which name it can be ended. */
  record Guest(String user, Instant passwordSince, String session) implements Serializable {}

  /**
   * Where to go after the sign-in: the request's parameter {@code wanted} if it is a page of this
   * application, else the start page.
   */
  public static String wanted(HttpServletRequest request) {
    return Door.safe(request.getContextPath(), request.getParameter("wanted"));
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    trace.arrived(request.getRemoteAddr());
    if (context.isAuthenticationRequest()) {
      return signIn(request, context);
    }
    String path = path(request);
    Door door = Door.of(request.getMethod(), path);
    switch (door) {
      case OPEN:
        return context.doNothing();
      case API:
        return call(request, response, context);
      case CHANNEL:
      case PAGE:
      default:
        return visit(request, response, context, path, door);
    }
  }

  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      Guest guest = (Guest) session.getAttribute(GUEST);
      if (guest != null) {
        sessions.end(guest.session());
      }
      session.invalidate();
    }
    context.cleanClientSubject();
  }

  /** The session in which the password was changed goes on; the user's others are over. */
  void passwordChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PasswordChanged change) {
    HttpSession session = current.getSession(false);
    Guest guest = session == null ? null : (Guest) session.getAttribute(GUEST);
    if (guest != null && guest.user().equals(change.user())) {
      current.changeSessionId();
      session.setAttribute(GUEST, new Guest(change.user(), change.at(), guest.session()));
    }
  }

  /**
   * The sign-in page calls {@code SecurityContext.authenticate}; the session gets another id
   * (session fixation).
   */
  private AuthenticationStatus signIn(HttpServletRequest request, HttpMessageContext context) {
    Credential credential = context.getAuthParameters().getCredential();
    Optional<Person> person = Optional.empty();
    if (credential instanceof UsernamePasswordCredential) {
      UsernamePasswordCredential offered = (UsernamePasswordCredential) credential;
      try {
        person = accounts.signIn(offered.getCaller(), offered.getPasswordAsString());
        request.setAttribute(REFUSAL, "用户名或密码不正确。");
      } catch (Rejected rejected) {
        request.setAttribute(REFUSAL, rejected.getMessage());
      }
    }
    Optional<Standing> standing = person.flatMap(found -> accounts.standing(found.user()));
    if (standing.isEmpty()) {
      return context.notifyContainerAboutLogin(CredentialValidationResult.INVALID_RESULT);
    }
    request.removeAttribute(REFUSAL);
    HttpSession session = request.getSession(true);
    request.changeSessionId();
    String user = standing.get().person().user();
    String opened = sessions.begin(user, request.getRemoteAddr(), request.getHeader("User-Agent"));
    session.setAttribute(GUEST, new Guest(user, standing.get().passwordSince(), opened));
    return letIn(standing.get().person(), SCREENS, opened, context);
  }

  private AuthenticationStatus call(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return refuse(response, "Bearer realm=\"ecogate\"", "token-missing", "请先登录。");
    }
    Optional<Person> holder;
    String device;
    try {
      String secret = header.substring(BEARER.length()).strip();
      holder = tokens.holder(secret);
      device = tokens.device(secret).orElse("");
    } catch (EJBException fault) {
      return fault(response, fault);
    }
    if (holder.isEmpty()) {
      return refuse(
          response,
          "Bearer realm=\"ecogate\", error=\"invalid_token\"",
          "token-invalid",
          "登录已失效，请重新登录。");
    }
    return letIn(holder.get(), device, "", context);
  }

  private AuthenticationStatus visit(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context,
      String path,
      Door door) {
    Optional<Guest> session = Optional.ofNullable(session(request));
    Optional<Person> guest = session.flatMap(one -> guest(request, one));
    if (guest.isEmpty()) {
      return door == Door.CHANNEL
          ? context.responseUnauthorized()
          : show(
              request,
              response,
              context,
              Door.signInFor(request.getContextPath(), address(request)));
    }
    if (guest.get().mustChangePassword() && !Door.opensToNewcomer(path)) {
      return door == Door.CHANNEL
          ? context.responseUnauthorized()
          : show(request, response, context, request.getContextPath() + Door.PASSWORD);
    }
    return letIn(guest.get(), SCREENS, session.get().session(), context);
  }

  private static Guest session(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : (Guest) session.getAttribute(GUEST);
  }

  /** The session's person, unless the password has been changed or the session ended elsewhere. */
  private Optional<Person> guest(HttpServletRequest request, Guest guest) {
    Optional<Standing> standing =
        accounts
            .standing(guest.user())
            .filter(now -> now.passwordSince().equals(guest.passwordSince()))
            .filter(now -> sessions.open(guest.session()));
    if (standing.isEmpty()) {
      request.getSession().invalidate();
    }
    return standing.map(Standing::person);
  }

  private AuthenticationStatus letIn(
      Person person, String through, String session, HttpMessageContext context) {
    trace.letIn(person.user(), through, session);
    Set<String> groups = person.roles().stream().map(Role::roleName).collect(Collectors.toSet());
    return context.notifyContainerAboutLogin(person.user(), groups);
  }

  private static AuthenticationStatus show(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context,
      String address) {
    if (!"partial/ajax".equals(request.getHeader("Faces-Request"))) {
      return context.redirect(address);
    }
    // A Faces script follows an XML answer only; a plain redirect would be read as a broken one.
    write(
        response,
        HttpServletResponse.SC_OK,
        "text/xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
            + address.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
            + "\"/></partial-response>");
    return AuthenticationStatus.SEND_CONTINUE;
  }

  private static AuthenticationStatus refuse(
      HttpServletResponse response, String challenge, String code, String detail) {
    response.setHeader("WWW-Authenticate", challenge);
    JsonObjectBuilder problem =
        Json.createObjectBuilder()
            .add("type", "urn:ecogate:problem:" + code)
            .add("title", "未登录")
            .add("status", HttpServletResponse.SC_UNAUTHORIZED)
            .add("code", code)
            .add("detail", detail);
    write(response, HttpServletResponse.SC_UNAUTHORIZED, PROBLEM, problem.build().toString());
    return AuthenticationStatus.SEND_FAILURE;
  }

  /** Whether the token is good cannot be told now, and the caller had better not throw it away. */
  private static AuthenticationStatus fault(HttpServletResponse response, EJBException fault) {
    String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    LOG.log(Level.ERROR, "A token could not be checked, reference " + reference, fault);
    JsonObjectBuilder problem =
        Json.createObjectBuilder()
            .add("type", "urn:ecogate:problem:unavailable")
            .add("title", "暂时无法处理")
            .add("status", HttpServletResponse.SC_SERVICE_UNAVAILABLE)
            .add("code", "unavailable")
            .add("detail", "暂时无法核对登录，请稍后重试；仍不成功时，把编号 " + reference + " 告诉管理员。")
            .add("reference", reference);
    write(
        response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, PROBLEM, problem.build().toString());
    return AuthenticationStatus.SEND_FAILURE;
  }

  private static void write(HttpServletResponse response, int status, String type, String body) {
    response.setStatus(status);
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    try {
      response.getWriter().write(body);
      response.flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException("the caller has gone", e);
    }
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return request.getServletPath() + (info == null ? "" : info);
  }

  /** What was asked for; a form that was sent is asked for again by its page. */
  private static String address(HttpServletRequest request) {
    String query = "GET".equals(request.getMethod()) ? request.getQueryString() : null;
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }
}
