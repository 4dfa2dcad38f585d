package cn.ecogate.site.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** The one source of time: UTC in whole milliseconds, so that what is stored is what was said. */
@ApplicationScoped
public class PlantClock {

  @Produces
  @Singleton
  public Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
