package cn.ecogate.testing;

import jakarta.ejb.SessionContext;
import java.lang.reflect.Proxy;
import java.security.Principal;

/** The container's answer to "who is it?" outside a container. */
public final class SignedIn {

  private SignedIn() {}

  public static SessionContext as(String user) {
    Principal person = () -> user;
    return (SessionContext)
        Proxy.newProxyInstance(
            SignedIn.class.getClassLoader(),
            new Class<?>[] {SessionContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getCallerPrincipal")) {
                return person;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
