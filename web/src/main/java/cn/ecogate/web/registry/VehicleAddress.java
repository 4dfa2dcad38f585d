package cn.ecogate.web.registry;

import cn.ecogate.registry.entity.ReviewState;
import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.registry.entity.VehicleFilter;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.web.frame.Address;
import java.time.LocalDate;
import java.util.Map;

/** Reads the filters of the vehicles' list from an address. */
final class VehicleAddress {

  /** What a filing's time may be asked for. */
  enum Term {
    TEMPORARY,
    ENDS_SOON,
    ENDED
  }

  private static final int SOON_DAYS = 30;

  private VehicleAddress() {}

  static Address read(Map<String, String[]> parameters) {
    return Address.read(
        "/vehicles.xhtml",
        parameters,
        "text",
        "stage",
        "fuel",
        "review",
        "service",
        "term",
        "fleet");
  }

  static VehicleFilter filter(Address address, LocalDate today) {
    Term term = address.constant("term", Term.class).orElse(null);
    return new VehicleFilter(
        address.has("text") ? address.get("text") : null,
        address.constant("stage", EmissionStage.class).orElse(null),
        address.constant("fuel", FuelType.class).orElse(null),
        address.constant("review", ReviewState.class).orElse(null),
        address.constant("service", ServiceState.class).orElse(null),
        address.has("fleet") ? address.get("fleet") : null,
        term == Term.TEMPORARY,
        endsBefore(term, today));
  }

  private static LocalDate endsBefore(Term term, LocalDate today) {
    if (term == Term.ENDED) {
      return today;
    }
    return term == Term.ENDS_SOON ? today.plusDays(SOON_DAYS) : null;
  }
}
