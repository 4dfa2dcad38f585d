package cn.ecogate.registry.boundary;

import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reads a filing as it is committed at this moment, whatever the caller's transaction sees. */
@Stateless
@PermitAll
public class VehicleReader {

  @Inject Registry registry;

  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Vehicle> byPlate(PlateNumber plate, PlateColor color) {
    return registry.byPlate(plate, color);
  }

  /** Vehicles with that plate in whatever colour, or with one that is easily taken for it. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<Vehicle> alike(PlateNumber plate) {
    return registry.alike(plate);
  }
}
