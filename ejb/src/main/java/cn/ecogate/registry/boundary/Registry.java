package cn.ecogate.registry.boundary;

import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.registry.entity.VehicleFilter;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Slice;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;

/** The vehicles on file. Every change is written to the ledger with who, before and after. */
@Stateless
public class Registry {

  /** Exact plate and colour. */
  public Optional<Vehicle> byPlate(PlateNumber plate, PlateColor color) {
    throw new IllegalStateException("not built yet");
  }

  public Optional<Vehicle> vehicle(long id) {
    throw new IllegalStateException("not built yet");
  }

  /** By plate; {@code cursor} from the slice before, or null. */
  public Slice<Vehicle> find(VehicleFilter filter, String cursor, int rows) {
    throw new IllegalStateException("not built yet");
  }

  public long count(VehicleFilter filter) {
    throw new IllegalStateException("not built yet");
  }

  /** Files a new vehicle; {@code Rejected} names the field and what to change. */
  public Vehicle file(Vehicle vehicle) {
    throw new IllegalStateException("not built yet");
  }

  /** Changes a vehicle; {@code Rejected("stale-edit")} if somebody else changed it meanwhile. */
  public Vehicle amend(Vehicle vehicle) {
    throw new IllegalStateException("not built yet");
  }

  /** What is odd but allowed, as sentences, e.g. a VIN whose check digit does not fit. */
  public List<String> oddities(Vehicle vehicle) {
    throw new IllegalStateException("not built yet");
  }
}
