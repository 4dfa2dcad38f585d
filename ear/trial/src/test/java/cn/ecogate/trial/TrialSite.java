package cn.ecogate.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A site on ports of this trial's own, and the folders around it. */
record TrialSite(Path file, Path dataDir, int httpPort) {

  static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  static final Path BUNDLE = HOME.resolve("ear/launch/target/ecogate");

  private static final Pattern LOCAL = Pattern.compile("(127\\.0\\.0\\.1|0\\.0\\.0\\.0):(\\d+)");

  /** The demo site. */
  static TrialSite in(Path folder) throws IOException {
    return of(folder, HOME.resolve("docs/interfaces/demo-site.yaml"));
  }

  static TrialSite of(Path folder, Path original) throws IOException {
    String demo = Files.readString(original);
    List<ServerSocket> held = new ArrayList<>();
    try {
      Map<String, Integer> ports = new HashMap<>();
      Matcher port = LOCAL.matcher(demo);
      StringBuilder text = new StringBuilder();
      while (port.find()) {
        if (!ports.containsKey(port.group(2))) {
          ports.put(port.group(2), hold(held));
        }
        port.appendReplacement(text, port.group(1) + ":" + ports.get(port.group(2)));
      }
      port.appendTail(text);
      Path file = folder.resolve("site.yaml");
      Files.writeString(file, text);
      return new TrialSite(file, folder.resolve("data"), hold(held));
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  /**
   * All are held until the last is found, so that no port is given out twice. They lie below the
   * range from which the system takes ports for outgoing connections, or one of those could take
   * them before the program does.
   */
  private static int hold(List<ServerSocket> held) throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      ServerSocket socket = new ServerSocket();
      try {
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        held.add(socket);
        return port;
      } catch (IOException taken) {
        socket.close();
      }
    }
  }
}
