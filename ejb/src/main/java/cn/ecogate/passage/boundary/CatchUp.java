package cn.ecogate.passage.boundary;

import cn.ecogate.device.boundary.CameraHistory;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Lane;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Says at the start until when each camera was recorded, so that what it saw since can be fetched.
 */
@Startup
@Singleton
@DependsOn("SchemaKeeper")
public class CatchUp {

  private static final System.Logger LOG = System.getLogger(CatchUp.class.getName());

  @Inject PassageSearch search;
  @Inject SiteBook siteBook;
  @Inject CameraHistory history;

  @PostConstruct
  void tell() {
    Map<String, Instant> newest = new HashMap<>();
    try {
      for (Lane lane : siteBook.site().lanes()) {
        String camera = lane.camera().id();
        search.heardUntil(lane.id(), camera).ifPresent(at -> newest.put(camera, at));
      }
    } catch (RuntimeException noDatabase) {
      LOG.log(Level.WARNING, "What cameras saw meanwhile will not be fetched: {0}", noDatabase);
    }
    history.heardUntil(newest);
  }
}
