package cn.ecogate.launch;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the programs to be started lie: around the launcher's own jar. */
record Bundle(Path folder) {

  static Bundle aroundTheLauncher() {
    try {
      Path jar = Path.of(Bundle.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Bundle bundle = new Bundle(jar.getParent());
      for (Path part : List.of(bundle.server(), bundle.adapter(), bundle.application())) {
        if (!Files.isReadable(part)) {
          throw new Refusal(
              "程序包不完整，缺少 " + part + "，请重新构建", "the bundle lacks " + part + "; build it again");
        }
      }
      return bundle;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A jar whose place is no path", e);
    }
  }

  Path server() {
    return folder.resolve("server/payara-micro.jar");
  }

  Path adapter() {
    return folder.resolve("apps/gate-adapter.rar");
  }

  Path application() {
    return folder.resolve("apps/ROOT.war");
  }

  String libraries() {
    return folder.resolve("lib") + "/*";
  }
}
