package cn.ecogate.mobile.problem;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Set;

/** Lets a call through to a method only for the roles it names; one that names none is closed. */
@Provider
public class RoleGate implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext features) {
    Method method = resource.getResourceMethod();
    if (!method.isAnnotationPresent(PermitAll.class)) {
      features.register(new Guard(allowed(method)));
    }
  }

  static Set<String> allowed(Method method) {
    RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
    return roles == null ? Set.of() : Set.of(roles.value());
  }

  @Priority(Priorities.AUTHORIZATION)
  private record Guard(Set<String> roles) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext call) {
      if (roles.stream().noneMatch(call.getSecurityContext()::isUserInRole)) {
        throw new ForbiddenException();
      }
    }
  }
}
