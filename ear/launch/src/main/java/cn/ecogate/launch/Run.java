package cn.ecogate.launch;

import cn.ecogate.db.DatabaseFault;
import cn.ecogate.db.TiedProcess;
import cn.ecogate.site.entity.DemoAccount;
import cn.ecogate.site.entity.Site;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** The main class behind {@code ./run}: checks, starts, waits, stops. */
public final class Run {

  private static final int REFUSED = 2;
  private static final int BROKE_DOWN = 1;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
  private volatile boolean asked;

  private Run() {}

  public static void main(String[] arguments) {
    System.exit(new Run().run(List.of(arguments)));
  }

  private int run(List<String> arguments) {
    try {
      Checks.java(Runtime.version().feature());
      Path home = Path.of(System.getProperty("ecogate.home", "")).toAbsolutePath();
      Options options = Options.parse(arguments, home);
      if (options.help()) {
        out.print(Options.HELP);
        return 0;
      }
      return start(options);
    } catch (Refusal | DatabaseFault e) {
      err.println(e.getMessage());
      return REFUSED;
    }
  }

  private int start(Options options) {
    Bundle bundle = Bundle.aroundTheLauncher();
    Site site = Checks.site(options.siteFile(), options.dataDir());
    boolean simulator = options.simulator() && site.demo();
    int httpPort = Checks.httpPort(options.httpPort());
    if (simulator) {
      Checks.devicePorts(site, httpPort);
    }
    List<String> serverOptions =
        Stream.of(System.getenv().getOrDefault("ECOGATE_JAVA_OPTIONS", "").trim().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    DatabaseAccess given =
        options.databaseUrl().map(url -> DatabaseAccess.of(url, System.getenv())).orElse(null);
    if (given != null) {
      given.check();
    }
    // Held, not used: the lock on the data folder lives as long as this channel.
    FileChannel lock = Checks.dataDir(options.dataDir());
    Plant plant = new Plant(bundle, options.dataDir());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(plant)));
    try {
      DatabaseAccess access = given;
      if (access == null) {
        say("正在启动内置数据库 MariaDB…（starting the embedded database）");
        access = plant.startDatabase();
      } else {
        say("使用已有数据库 " + access.address() + "（using the existing database）");
      }
      if (simulator) {
        say("正在启动仿真设备：摄像机、道闸、显示屏与监管平台…（starting the virtual site）");
        plant.startVirtualDevices(
            "cn.ecogate.simulator.platform.FakePlatform", "platform", options.siteFile());
        plant.startVirtualDevices(
            "cn.ecogate.simulator.VirtualSite", "simulator", options.siteFile());
      } else if (options.simulator()) {
        say("站点文件没有 demo: true，不启动仿真设备（not a demo site: no virtual devices）");
      }
      say("正在启动应用服务器 Payara Micro，首次约需半分钟…（starting the server）");
      Server server = plant.startServer(access, options.siteFile(), httpPort, serverOptions);
      server.awaitReady();
      say(welcome(site, options, httpPort));
      plant.virtualDevices().forEach((name, part) -> watch(plant, name, part, options));
      String ended = plant.somethingEnded().get();
      if (!asked) {
        err.println(
            ended
                + " 意外退出，其余部分随之停止，日志在 "
                + options.dataDir().resolve("logs")
                + "（ended unasked; the rest is stopped）");
      }
      return BROKE_DOWN;
    } catch (InterruptedException e) {
      return asked ? 0 : BROKE_DOWN;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (Refusal | DatabaseFault | IllegalStateException e) {
      if (!asked) {
        err.println(e.getMessage());
      }
      return BROKE_DOWN;
    } finally {
      if (!lock.isOpen()) {
        err.println("数据目录的锁丢失（the lock of the data folder was lost）");
      }
    }
  }

  private void watch(Plant plant, String name, TiedProcess part, Options options) {
    CompletableFuture<Void> unused =
        part.ended().thenAccept(exit -> tellOfLoss(plant, name, exit, options));
  }

  private void tellOfLoss(Plant plant, String name, int exit, Options options) {
    if (!asked && !plant.isStopped()) {
      err.println(
          "仿真进程 "
              + name
              + " 已退出（"
              + exit
              + "），系统继续运行，日志在 "
              + options.dataDir().resolve("logs")
              + "（a virtual part ended; the system goes on）");
    }
  }

  /** Runs as the JVM's last act, after Ctrl-C as well as after a breakdown. */
  private void stop(Plant plant) {
    asked = true;
    if (!plant.isStopped()) {
      say("正在停止…（stopping）");
      plant.stop();
      say("已全部停止，数据已保存（everything is stopped, the data is kept）");
    }
  }

  private static String welcome(Site site, Options options, int httpPort) {
    StringBuilder text = new StringBuilder();
    text.append("\nEcoGate 已就绪（ready）： http://127.0.0.1:").append(httpPort).append("/\n");
    text.append("站点（site）： ").append(site.enterprise().name()).append("，");
    text.append(options.siteFile()).append("\n");
    text.append("账号（accounts）：\n");
    Path initial = options.dataDir().resolve("initial-admin-password");
    if (Files.exists(initial)) {
      text.append("  admin      初始密码在文件中（initial password in） ").append(initial).append("\n");
    } else {
      text.append("  admin      密码已由管理员修改（password was changed by the administrator）\n");
    }
    for (DemoAccount account : site.demoAccounts()) {
      text.append(
          String.format("  %-10s %s  %s%n", account.user(), account.password(), account.name()));
    }
    text.append("数据（data）： ").append(options.dataDir()).append("\n");
    text.append("日志（logs）： ").append(options.dataDir().resolve("logs")).append("\n");
    text.append("按 Ctrl-C 停止（Ctrl-C stops everything）");
    return text.toString();
  }

  private void say(String sentence) {
    out.println(sentence);
  }
}
