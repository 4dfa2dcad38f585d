package cn.ecogate.uplink.boundary;

import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.PlatformEntry;
import cn.ecogate.uplink.control.BrokenProfile;
import cn.ecogate.uplink.control.PlatformClient;
import cn.ecogate.uplink.control.Profile;
import cn.ecogate.uplink.control.ProfileMapping;
import cn.ecogate.uplink.control.ProfileReader;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The platforms of the site with their profiles and keys, put together once at start. */
@ApplicationScoped
public class Platforms {

  /**
   * From connecting to the answer's last byte; a photo record on a thin line needs some seconds.
   */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final System.Logger LOG = System.getLogger(Platforms.class.getName());

  @Inject SiteBook siteBook;
  @Inject Clock clock;

  Duration patience = PATIENCE;

  @Inject
  @ConfigProperty(name = "ecogate.data-dir")
  String dataDir;

  private List<PlatformLink> links;

  @PostConstruct
  void open() {
    PlatformKeys keys = new PlatformKeys(Path.of(dataDir));
    links = siteBook.site().platforms().stream().map(entry -> link(entry, keys)).toList();
  }

  List<PlatformLink> all() {
    return links;
  }

  Optional<PlatformLink> link(String platformId) {
    return links.stream().filter(link -> link.id().equals(platformId)).findFirst();
  }

  private PlatformLink link(PlatformEntry entry, PlatformKeys keys) {
    try {
      Profile profile = ProfileReader.read(entry.profile(), profileText(entry.profile()));
      PrivateKey key = keys.key(entry, profile.signing().method());
      PlatformClient client =
          new PlatformClient(
              entry.url(),
              profile,
              new PlatformClient.Credentials(
                  siteBook.site().enterprise().number(), entry.account(), entry.password(), key),
              SecureLine.client(entry.line()),
              clock,
              patience);
      return PlatformLink.ready(
          entry, new PlatformLink.Wire(profile, new ProfileMapping(profile), client));
    } catch (BrokenProfile | UncheckedIOException | IllegalArgumentException e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "Nothing can be sent to platform {0} ({1}): {2} Records wait in the queue; put it right and start again.",
          entry.id(),
          entry.name(),
          e.getMessage());
      return PlatformLink.faulty(entry, e.getMessage());
    }
  }

  /** The plant's own file {@code <data-dir>/profiles/<name>.yaml} goes before the one delivered. */
  private String profileText(String name) {
    if (!name.matches("[a-z0-9-]{1,40}")) {
      throw new IllegalArgumentException("平台配置名“" + name + "”只能由小写字母、数字和连字符组成。");
    }
    try {
      Path own = Path.of(dataDir, "profiles", name + ".yaml");
      if (Files.exists(own)) {
        return Files.readString(own);
      }
      try (InputStream delivered =
          Platforms.class.getResourceAsStream("/profiles/" + name + ".yaml")) {
        if (delivered == null) {
          throw new IllegalArgumentException("没有名为“" + name + "”的平台配置：程序里没有，" + own + " 也不存在。");
        }
        return new String(delivered.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("平台配置 " + name + " 不能读取：" + e.getMessage(), e);
    }
  }
}
