package cn.ecogate.site.boundary;

import cn.ecogate.site.control.SiteFile;
import cn.ecogate.site.entity.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The site as its file describes it (config {@code ecogate.site-file}), read once at start. */
@ApplicationScoped
public class SiteBook {

  private static final Logger LOG = System.getLogger(SiteBook.class.getName());

  private final Site site;

  /** For the container's proxy only. */
  protected SiteBook() {
    this.site = null;
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
    this.site = site;
  }

  /** A file that cannot be read has to stop the deployment, not the first truck. */
  public void readAtStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
    if (site == null) {
      throw new IllegalStateException("The site book was opened without its site file");
    }
  }

  public Site site() {
    return site;
  }
}
