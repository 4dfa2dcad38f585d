package cn.ecogate.simulator.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Takes from a site file what a platform has to know: who reports, where, and with which key. */
final class SiteFileReader {

  private SiteFileReader() {}

  /** A reporting enterprise and the port of its platform's address. */
  record Listed(Enterprise enterprise, int port) {}

  static List<Listed> platforms(Path siteFile, Path dataDir) throws IOException {
    Object document =
        new Load(LoadSettings.builder().setLabel(siteFile.toString()).build())
            .loadFromString(Files.readString(siteFile));
    if (!(document instanceof Map<?, ?> site)
        || !(site.get("platforms") instanceof List<?> platforms)
        || !(site.get("enterprise") instanceof Map<?, ?> enterprise)) {
      throw new IllegalArgumentException("site file " + siteFile + " lists no platforms");
    }
    List<Listed> listed = new ArrayList<>();
    for (Object item : platforms) {
      Map<?, ?> platform = (Map<?, ?>) item;
      URI url = URI.create(text(platform, "url"));
      String path = url.getPath().endsWith("/") ? url.getPath() : url.getPath() + "/";
      String key = text(platform, "private-key").replaceFirst("\\.pem$", "") + ".pub.pem";
      listed.add(
          new Listed(
              new Enterprise(
                  text(platform, "id"),
                  path,
                  text(enterprise, "number"),
                  text(platform, "account"),
                  text(platform, "password"),
                  dataDir.resolve(key),
                  Shape.of(text(platform, "profile"))),
              url.getPort()));
    }
    return listed;
  }

  private static String text(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the site file's platform has no \"" + key + "\"");
    }
    return value.toString();
  }
}
