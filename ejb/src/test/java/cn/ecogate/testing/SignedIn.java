package cn.ecogate.testing;

import jakarta.ejb.SessionContext;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;

/** The container's answer to "who is it?" outside a container. */
public final class SignedIn {

  private SignedIn() {}

  public static SessionContext as(String user, String... roles) {
    Principal person = () -> user;
    return (SessionContext)
        Proxy.newProxyInstance(
            SignedIn.class.getClassLoader(),
            new Class<?>[] {SessionContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getCallerPrincipal")) {
                return person;
              }
              if (method.getName().equals("isCallerInRole")) {
                return List.of(roles).contains((String) arguments[0]);
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
