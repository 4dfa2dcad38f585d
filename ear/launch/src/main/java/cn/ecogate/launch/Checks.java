package cn.ecogate.launch;

import cn.ecogate.site.control.SiteFile;
import cn.ecogate.site.control.SiteFileFault;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.site.entity.PlatformEntry;
import cn.ecogate.site.entity.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/** Everything that can be found wrong before anything is started. */
final class Checks {

  private static final int OLDEST_JAVA = 17;

  private Checks() {}

  static void java(int feature) {
    if (feature < OLDEST_JAVA) {
      throw new Refusal(
          "需要 JDK 17 或更新版本，当前是 " + feature, "JDK 17 or later is needed, this is " + feature);
    }
  }

  static Site site(Path file, Path dataDir) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Refusal("站点文件读不到：" + file, "the site file cannot be read: " + file);
    }
    try {
      return SiteFile.read(file, dataDir);
    } catch (SiteFileFault e) {
      throw new Refusal("站点文件有误：" + e.getMessage());
    }
  }

  /** The folder can be written, and it is ours alone until this JVM ends. */
  static FileChannel dataDir(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw new Refusal(
            "数据目录 " + folder + " 正被另一个 EcoGate 使用，请先停止它或另选 --data-dir",
            "another EcoGate is using the data directory; stop it or choose another");
      }
      return channel;
    } catch (IOException e) {
      throw new Refusal(
          "数据目录 " + folder + " 不能写入", "the data directory cannot be written: " + e.getMessage());
    }
  }

  /** Answers the port to use: a free one for 0. */
  static int httpPort(int wanted) {
    try (ServerSocket socket = new ServerSocket(wanted)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new Refusal(
          "端口 " + wanted + " 已被占用或不允许使用，请用 --http-port 另选一个",
          "port " + wanted + " is taken or not allowed; choose another with --http-port");
    }
  }

  /** The virtual devices listen where the site file says the devices are: on this machine. */
  static void devicePorts(Site site, int httpPort) {
    Map<Integer, String> ports = new TreeMap<>();
    for (Lane lane : site.lanes()) {
      for (Device device : lane.devices()) {
        addLocalPort(ports, device.address(), device.id());
      }
    }
    for (PlatformEntry platform : site.platforms()) {
      addLocalPort(ports, platform.url(), platform.id());
    }
    ports.forEach(
        (port, owner) -> {
          if (port == httpPort) {
            throw new Refusal(
                "端口 " + port + " 既是 --http-port 又是站点文件中 " + owner + " 的端口",
                "port " + port + " is both --http-port and that of " + owner + " in the site file");
          }
          requireFree(port, owner);
        });
  }

  private static void requireFree(int port, String owner) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
    } catch (IOException e) {
      throw new Refusal(
          "仿真设备 " + owner + " 的端口 " + port + " 已被占用；请释放它、改站点文件或加 --no-simulator",
          "port " + port + " of the virtual " + owner + " is taken; free it or use --no-simulator");
    }
  }

  private static void addLocalPort(Map<Integer, String> ports, String address, String owner) {
    if (address.startsWith("serial:")) {
      return;
    }
    URI uri = URI.create(address);
    boolean local = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
    if (local && uri.getPort() > 0) {
      ports.putIfAbsent(uri.getPort(), owner);
    }
  }
}
