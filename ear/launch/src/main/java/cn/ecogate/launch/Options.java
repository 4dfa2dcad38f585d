package cn.ecogate.launch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What stood on the command line. */
record Options(
    int httpPort,
    Path dataDir,
    Path siteFile,
    boolean simulator,
    Optional<String> databaseUrl,
    boolean help) {

  static final String HELP =
      """
      EcoGate 环保门禁电子台账

      ./run [选项 options]

        --http-port N    网页与接口的端口，默认 8080，0 为任选空闲端口 (port of the pages and the API; 0 picks a free one)
        --data-dir DIR   数据目录，默认 ./data (where database, photos, keys and logs are kept)
        --site FILE      站点文件，默认 docs/interfaces/demo-site.yaml，格式见 docs/interfaces/site-file.md
                         (the plant's gates, lanes, devices and platforms)
        --no-simulator   不启动仿真设备；站点文件没有 demo: true 时本来就不启动
                         (no virtual devices; they are only started for a file that says demo: true)
        --db JDBC-URL    使用已有的 MariaDB，例如 jdbc:mariadb://db.example/ecogate?user=ecogate&password=…
                         账号密码也可放在环境变量 ECOGATE_DB_USER、ECOGATE_DB_PASSWORD 中
                         (an existing MariaDB instead of the embedded one; credentials in the URL or in the environment)
        --help           显示本说明 (this text)

      环境变量 (environment): ECOGATE_JAVA_OPTIONS 为应用服务器 JVM 的附加参数 (further options for the server's JVM)
      Ctrl-C 停止全部进程 (stops everything).
      """;

  static Options parse(List<String> arguments, Path home) {
    int httpPort = 8080;
    Path dataDir = home.resolve("data");
    Path siteFile = home.resolve("docs/interfaces/demo-site.yaml");
    boolean simulator = true;
    Optional<String> databaseUrl = Optional.empty();
    boolean help = false;
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String word = rest.pop();
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      if (equals > 0) {
        rest.push(word.substring(equals + 1));
        word = word.substring(0, equals);
        if (word.equals("--no-simulator") || word.equals("--help")) {
          throw new Refusal(word + " 不带值", word + " takes no value");
        }
      }
      switch (word) {
        case "--http-port" -> httpPort = port(value(word, rest));
        case "--data-dir" -> dataDir = path(word, value(word, rest));
        case "--site" -> siteFile = path(word, value(word, rest));
        case "--no-simulator" -> simulator = false;
        case "--db" -> databaseUrl = Optional.of(value(word, rest));
        case "--help", "-h" -> help = true;
        default ->
            throw new Refusal(
                "不认识的选项 " + word + "，可用选项见 ./run --help",
                "unknown option " + word + "; ./run --help lists the options");
      }
    }
    return new Options(
        httpPort,
        dataDir.toAbsolutePath().normalize(),
        siteFile.toAbsolutePath().normalize(),
        simulator,
        databaseUrl,
        help);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty() || rest.peek().isBlank() || rest.peek().startsWith("--")) {
      throw new Refusal(option + " 后面缺少值", option + " needs a value");
    }
    return rest.pop();
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new Refusal(
          "--http-port 应为 0 到 65535 的整数，而不是 " + text,
          "--http-port must be a number from 0 to 65535, not " + text);
    }
    return Integer.parseInt(text);
  }

  private static Path path(String option, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Refusal(option + " 不是合法路径：" + text, option + " is not a path: " + text);
    }
  }
}
