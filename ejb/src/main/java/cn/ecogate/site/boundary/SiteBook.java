package cn.ecogate.site.boundary;

import cn.ecogate.site.entity.Site;
import jakarta.enterprise.context.ApplicationScoped;

/** The site as its file describes it (config {@code ecogate.site-file}), read once at start. */
@ApplicationScoped
public class SiteBook {

  public Site site() {
    throw new IllegalStateException("not built yet");
  }
}
