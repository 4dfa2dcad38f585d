package cn.ecogate.site.boundary;

import cn.ecogate.site.control.AmendedSite;
import cn.ecogate.site.control.SiteFile;
import cn.ecogate.site.entity.Amendment;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The site as its file describes it (config {@code ecogate.site-file}), read once at start, with
 * the devices as the back office has them now.
 */
@ApplicationScoped
public class SiteBook {

  private static final Logger LOG = System.getLogger(SiteBook.class.getName());

  private final Site file;
  private final Map<String, Amendment> amendments = new ConcurrentHashMap<>();
  private volatile Site site;

  @Inject Event<DevicesReplaced> replaced;

  /** For the container's proxy only. */
  protected SiteBook() {
    this.file = null;
  }

  @Inject
  public SiteBook(
      @ConfigProperty(name = "ecogate.site-file") String siteFile,
      @ConfigProperty(name = "ecogate.data-dir") String dataDir) {
    this(SiteFile.read(Path.of(siteFile), Path.of(dataDir)));
    LOG.log(
        Level.INFO,
        "Site file {0} read: {1}, {2} gates, {3} lanes, {4} platforms",
        siteFile,
        site.enterprise().name(),
        site.gates().size(),
        site.lanes().size(),
        site.platforms().size());
    SiteFile.oddities(site).forEach(oddity -> LOG.log(Level.WARNING, oddity));
  }

  /** A site that is already known, for programs and tests without a container. */
  public SiteBook(Site site) {
    this.file = site;
    this.site = site;
  }

  /** For tests of what is told when devices change. */
  public SiteBook(Site site, Event<DevicesReplaced> replaced) {
    this(site);
    this.replaced = replaced;
  }

  /** A file that cannot be read has to stop the deployment, not the first truck. */
  public void readAtStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
    if (site == null) {
      throw new IllegalStateException("The site book was opened without its site file");
    }
  }

  /** As it is now. */
  public Site site() {
    return site;
  }

  /** As its file describes it. */
  public Site file() {
    return file;
  }

  /** What the back office has decided about that device; empty = it is as the file has it. */
  public Optional<Amendment> amendment(String deviceId) {
    return Optional.ofNullable(amendments.get(deviceId));
  }

  Optional<Device> fromFile(String laneId, Device.Kind kind) {
    return file.lane(laneId).flatMap(lane -> lane.device(kind));
  }

  /** An older one than is known comes too late. */
  synchronized void take(Amendment amendment) {
    amendments.merge(
        amendment.deviceId(),
        amendment,
        (known, fresh) -> known.version() > fresh.version() ? known : fresh);
    site = AmendedSite.of(file, amendments);
  }

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Amendment amendment) {
    take(amendment);
    replaced.fire(new DevicesReplaced(amendment.deviceId()));
  }
}
