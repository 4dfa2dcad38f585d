package cn.ecogate.mobile.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.account.entity.Role;
import cn.ecogate.mobile.MobileApi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every call of the API against every role; a new call has to be written down here first. */
class RoleMatrixTest {

  private static final Set<String> EVERYBODY =
      Arrays.stream(Role.values()).map(Role::roleName).collect(Collectors.toSet());
  private static final Set<String> READERS =
      Set.of("administrator", "officer", "guard", "inspector", "auditor");
  private static final Set<String> GATE_STAFF = Set.of("administrator", "officer", "guard");
  private static final Set<String> EDITORS = Set.of("administrator", "officer");
  private static final Set<String> APPROVERS = Set.of("administrator", "officer");
  private static final Set<String> KEEPERS = Set.of("administrator", "officer", "keeper");
  private static final Set<String> NEWCOMERS = Set.of("anybody, without a token");

  @Test
  @DisplayName("每个接口允许哪些角色，与此表逐项相同")
  void everyCallHasItsRoles() {
    Map<String, Set<String>> expected =
        Map.ofEntries(
            Map.entry("POST /tokens", NEWCOMERS),
            Map.entry("DELETE /tokens/current", EVERYBODY),
            Map.entry("GET /me", EVERYBODY),
            Map.entry("GET /me/sign-ins", EVERYBODY),
            Map.entry("DELETE /me/sign-ins/{id}", EVERYBODY),
            Map.entry("GET /lanes", READERS),
            Map.entry("GET /exceeding-vehicles", READERS),
            Map.entry("GET /exceeding-vehicles/{id}", READERS),
            Map.entry("POST /exceeding-vehicles", EDITORS),
            Map.entry("POST /exceeding-vehicles/{id}/release", EDITORS),
            Map.entry("GET /confirmations", EVERYBODY),
            Map.entry("GET /confirmations/{id}", EVERYBODY),
            Map.entry("POST /confirmations", KEEPERS),
            Map.entry(
                "POST /confirmations/{id}/check",
                Set.of("administrator", "officer", "guard", "keeper")),
            Map.entry("POST /confirmations/{id}/verification", EDITORS),
            Map.entry("GET /devices", READERS),
            Map.entry("POST /lanes/{id}/barrier", GATE_STAFF),
            Map.entry("POST /lanes/{id}/closure", EDITORS),
            Map.entry("DELETE /lanes/{id}/closure", EDITORS),
            Map.entry("GET /vehicles", EVERYBODY),
            Map.entry("POST /vehicles", EDITORS),
            Map.entry("GET /vehicles/{id}", EVERYBODY),
            Map.entry("PUT /vehicles/{id}", EDITORS),
            Map.entry("POST /vehicles/{id}/plate", EDITORS),
            Map.entry("POST /vehicles/{id}/review", EDITORS),
            Map.entry("GET /fleets", EVERYBODY),
            Map.entry("GET /strategies", EVERYBODY),
            Map.entry("GET /strategies/{id}", EVERYBODY),
            Map.entry("POST /strategies", EDITORS),
            Map.entry("PUT /strategies/{id}", EDITORS),
            Map.entry("POST /strategies/{id}/end", EDITORS),
            Map.entry("POST /strategies/{id}/undo", EDITORS),
            Map.entry("POST /strategies/preview", READERS),
            Map.entry("GET /machines", EVERYBODY),
            Map.entry("GET /machines/scan", EVERYBODY),
            Map.entry("GET /machines/{id}", EVERYBODY),
            Map.entry("POST /machines", KEEPERS),
            Map.entry("PUT /machines/{id}", KEEPERS),
            Map.entry("GET /plant-vehicles", EVERYBODY),
            Map.entry("GET /plant-vehicles/{id}", EVERYBODY),
            Map.entry("POST /plant-vehicles", KEEPERS),
            Map.entry("PUT /plant-vehicles/{id}", KEEPERS),
            Map.entry("POST /documents", Set.of("administrator", "officer", "guard", "keeper")),
            Map.entry("GET /documents/{digest}", EVERYBODY),
            Map.entry("GET /alarms", READERS),
            Map.entry("GET /alarms/stream", READERS),
            Map.entry("POST /alarms/{id}/closing", GATE_STAFF),
            Map.entry("POST /alarms/{id}/acknowledgement", GATE_STAFF),
            Map.entry("GET /releases", READERS),
            Map.entry("POST /releases", GATE_STAFF),
            Map.entry("GET /releases/{id}", READERS),
            Map.entry("GET /releases/{id}/photo", READERS),
            Map.entry("POST /exemptions", GATE_STAFF),
            Map.entry("GET /exemptions/waiting", GATE_STAFF),
            Map.entry("POST /temporary-filings", GATE_STAFF),
            Map.entry("GET /lift-duties", READERS),
            Map.entry("GET /lift-duties/{id}/photo", READERS),
            Map.entry("POST /lift-duties/{id}/explanation", GATE_STAFF),
            Map.entry("POST /lift-duties/{id}/review", APPROVERS),
            Map.entry("POST /lift-duties/{id}/assignment", APPROVERS),
            Map.entry("POST /exemptions/{id}/answer", APPROVERS),
            Map.entry("POST /exemptions/{id}/withdrawal", GATE_STAFF),
            Map.entry("GET /uplink/platforms", READERS),
            Map.entry("GET /uplink/days", READERS),
            Map.entry("GET /uplink/dispatches", READERS),
            Map.entry("GET /uplink/sendings", READERS),
            Map.entry("GET /uplink/receipts", READERS),
            Map.entry("GET /uplink/receipts/{id}", READERS),
            Map.entry("GET /uplink/violations", READERS),
            Map.entry("GET /visits", READERS),
            Map.entry("POST /visits/{id}/closing", GATE_STAFF),
            Map.entry("GET /passages", READERS),
            Map.entry("POST /passages", GATE_STAFF),
            Map.entry("GET /passages/{id}", READERS),
            Map.entry("POST /passages/{id}/load", GATE_STAFF),
            Map.entry("POST /paper-sheets", GATE_STAFF),
            Map.entry("POST /passages/{id}/corrections", EDITORS),
            Map.entry("GET /passages/{id}/photos/{which}", READERS));
    assertThat(actual()).isEqualTo(new TreeMap<>(expected));
  }

  @Test
  @DisplayName("没有写明角色的方法谁也进不去")
  void unmarkedMethodsAreClosed() throws NoSuchMethodException {
    assertThat(RoleGate.allowed(RoleMatrixTest.class.getDeclaredMethod("unmarked"))).isEmpty();
  }

  void unmarked() {}

  private static Map<String, Set<String>> actual() {
    Map<String, Set<String>> calls = new TreeMap<>();
    new MobileApi()
        .getClasses().stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .forEach(
                method ->
                    verb(method).ifPresent(verb -> calls.put(call(verb, method), roles(method))));
    return calls;
  }

  private static Set<String> roles(Method method) {
    return method.isAnnotationPresent(PermitAll.class)
        ? NEWCOMERS
        : new TreeSet<>(RoleGate.allowed(method));
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String call(String verb, Method method) {
    String path =
        Stream.of(
                method.getDeclaringClass().getAnnotation(Path.class),
                method.getAnnotation(Path.class))
            .filter(part -> part != null)
            .map(Path::value)
            .collect(Collectors.joining());
    return verb + " " + path.replaceAll("\\{(\\w+):[^/]*}", "{$1}");
  }
}
