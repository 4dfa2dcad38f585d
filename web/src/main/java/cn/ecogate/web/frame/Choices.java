package cn.ecogate.web.frame;

import cn.ecogate.passage.entity.Passage;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Gate;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What stands in the pull-down fields. */
@Named
@ApplicationScoped
public class Choices {

  @Inject SiteBook book;

  public List<Gate> getGates() {
    return book.site().gates();
  }

  public List<Direction> getDirections() {
    return List.of(Direction.values());
  }

  public List<EmissionStage> getStages() {
    return List.of(EmissionStage.values());
  }

  public List<FuelType> getFuels() {
    return List.of(FuelType.values());
  }

  public List<PlateColor> getColors() {
    return List.of(PlateColor.values());
  }

  public List<Passage.Outcome> getOutcomes() {
    return List.of(Passage.Outcome.values());
  }

  public List<Passage.Source> getSources() {
    return List.of(Passage.Source.values());
  }

  public List<Dispatch.State> getStates() {
    return List.of(Dispatch.State.values());
  }
}
