package cn.ecogate.account.boundary;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who stands behind the current request, and where: written by the {@link Doorkeeper} when it lets
 * somebody in, blank in a request that nobody makes (timers, devices).
 */
@RequestScoped
public class CallerTrace {

  private String user = "";
  private String address = "";
  private String through = "";
  private String session = "";

  /** For the proxy, and for a request that has not come in yet. */
  public CallerTrace() {}

  void arrived(String from) {
    address = from;
  }

  /**
   * Somebody was let in.
   *
   * @param way the screens, or the handheld's name
   * @param opened the web session's id, empty for a handheld
   */
  void letIn(String name, String way, String opened) {
    user = name;
    through = way;
    session = opened;
  }

  /** Empty before somebody was let in. */
  public String user() {
    return user;
  }

  /** The network address, empty if nobody calls. */
  public String address() {
    return address;
  }

  public String through() {
    return through;
  }

  public String session() {
    return session;
  }

  /** All of it that is known, by the names a ledger's text keeps for good. */
  Map<String, String> lines() {
    if (user.isEmpty() && address.isEmpty() && through.isEmpty()) {
      return Map.of();
    }
    Map<String, String> lines = new LinkedHashMap<>();
    put(lines, CallerLines.CALLER, user);
    put(lines, CallerLines.FROM, address);
    put(lines, CallerLines.THROUGH, through);
    return lines;
  }

  private static void put(Map<String, String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.put(name, value);
    }
  }
}
