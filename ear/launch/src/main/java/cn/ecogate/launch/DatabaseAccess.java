package cn.ecogate.launch;

import cn.ecogate.db.EmbeddedMariaDb;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the application reaches its database; the address holds no credentials. */
record DatabaseAccess(String url, String user, String password) {

  private static final int CONNECT_SECONDS = 10;

  static DatabaseAccess of(EmbeddedMariaDb database) {
    return new DatabaseAccess(database.url(), EmbeddedMariaDb.USER, database.password());
  }

  /**
   * Takes the credentials out of the address, or from the environment, and adds what keeps times in
   * UTC.
   */
  static DatabaseAccess of(String given, Map<String, String> environment) {
    if (!given.startsWith("jdbc:mariadb://")) {
      throw new Refusal(
          "--db 应以 jdbc:mariadb:// 开头",
          "--db must be an address like jdbc:mariadb://host/database");
    }
    int mark = given.indexOf('?');
    String address = mark < 0 ? given : given.substring(0, mark);
    if (!address.matches("jdbc:mariadb://[^/]+/[^/]+")) {
      throw new Refusal(
          "--db 缺少数据库名，例如 jdbc:mariadb://127.0.0.1:3306/ecogate",
          "--db names no database, as in jdbc:mariadb://127.0.0.1:3306/ecogate");
    }
    String user = environment.getOrDefault("ECOGATE_DB_USER", "");
    String password = environment.getOrDefault("ECOGATE_DB_PASSWORD", "");
    List<String> options = new ArrayList<>();
    for (String option : mark < 0 ? new String[0] : given.substring(mark + 1).split("&")) {
      if (option.startsWith("user=")) {
        user = decoded(option);
      } else if (option.startsWith("password=")) {
        password = decoded(option);
      } else if (!option.isBlank() && !isOurs(option)) {
        options.add(option);
      }
    }
    if (user.isBlank()) {
      throw new Refusal(
          "--db 没有账号：请在地址中加 ?user=…&password=…，或设环境变量 ECOGATE_DB_USER 和 ECOGATE_DB_PASSWORD",
          "--db has no account: add ?user=…&password=… or set ECOGATE_DB_USER and"
              + " ECOGATE_DB_PASSWORD");
    }
    options.addAll(EmbeddedMariaDb.URL_OPTIONS);
    return new DatabaseAccess(address + "?" + String.join("&", options), user, password);
  }

  /** Refuses a database that cannot be reached or cannot keep Chinese plates. */
  void check() {
    DriverManager.setLoginTimeout(CONNECT_SECONDS);
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SELECT @@character_set_database")) {
      if (!answer.next() || !answer.getString(1).equals("utf8mb4")) {
        throw new Refusal(
            "数据库的字符集不是 utf8mb4，存不下中文车牌；请以 CHARACTER SET utf8mb4 建库",
            "the database's character set is not utf8mb4; create it with CHARACTER SET utf8mb4");
      }
    } catch (SQLException e) {
      throw new Refusal(
          "连不上数据库 " + address() + "：" + reason(e), "cannot connect to the database of --db");
    }
  }

  /** The address for people: no options. */
  String address() {
    return url.substring(0, url.indexOf('?'));
  }

  private static String reason(SQLException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }

  private static boolean isOurs(String option) {
    return EmbeddedMariaDb.URL_OPTIONS.stream()
        .anyMatch(ours -> option.startsWith(ours.substring(0, ours.indexOf('=') + 1)));
  }

  private static String decoded(String option) {
    String value = option.substring(option.indexOf('=') + 1);
    try {
      // In an address '+' is itself; only %XX is an escape.
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
