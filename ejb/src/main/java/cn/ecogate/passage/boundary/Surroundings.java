package cn.ecogate.passage.boundary;

import cn.ecogate.admission.entity.Circumstances;
import cn.ecogate.admission.entity.Crowd;
import cn.ecogate.admission.entity.Whereabouts;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.ClosedLane;
import cn.ecogate.registry.boundary.MachineShelf;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Gate;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.site.entity.Site;
import cn.ecogate.vocabulary.Direction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How things stand at a lane and in the plant, from memory: no truck waits for this. */
@ApplicationScoped
public class Surroundings {

  @Inject ClosureShelf closures;
  @Inject InsideShelf inside;
  @Inject MachineShelf machines;
  @Inject SiteBook siteBook;

  /** As the rules have to know it of that vehicle. */
  public Circumstances of(Arrival arrival, Optional<Vehicle> vehicle) {
    if (arrival.late()) {
      return Circumstances.HISTORY;
    }
    Lane lane = arrival.lane();
    return new Circumstances(
        true,
        closures.of(lane.id()).map(ClosedLane::closure),
        whereabouts(arrival, vehicle),
        lane.direction() == Direction.IN ? crowds(lane) : List.of(),
        vehicle.isPresent() ? Optional.empty() : arrival.plate().flatMap(machines::byPlate));
  }

  /** As they hold for whoever comes while its camera decides alone. */
  public Circumstances of(Lane lane) {
    return new Circumstances(
        true,
        closures.of(lane.id()).map(ClosedLane::closure),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private Optional<Whereabouts> whereabouts(Arrival arrival, Optional<Vehicle> vehicle) {
    return arrival
        .plate()
        .flatMap(
            plate ->
                inside.whereabouts(
                    plate,
                    arrival.color(),
                    vehicle.map(Vehicle::getVin).orElse(null),
                    arrival.lane().id()));
  }

  private List<Crowd> crowds(Lane lane) {
    Site site = siteBook.site();
    List<Crowd> crowds = new ArrayList<>(2);
    site.capacity().ifPresent(most -> crowds.add(new Crowd("厂内", inside.insideCount(), most)));
    for (Gate gate : site.gates()) {
      if (gate.no().equals(lane.gateNo()) && gate.capacity().isPresent()) {
        crowds.add(
            new Crowd(
                "从" + gate.name() + "入厂的",
                inside.insideCount(gate.lanes()),
                gate.capacity().getAsInt()));
      }
    }
    return crowds;
  }
}
