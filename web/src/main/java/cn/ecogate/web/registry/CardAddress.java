package cn.ecogate.web.registry;

import cn.ecogate.registry.entity.CardFilter;
import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.web.frame.Address;
import java.util.Map;

/** Reads the filters of a list of cards from an address. */
final class CardAddress {

  private CardAddress() {}

  static Address read(String page, Map<String, String[]> parameters) {
    return Address.read(page, parameters, "text", "stage", "fuel", "service");
  }

  static CardFilter filter(Address address) {
    return new CardFilter(
        address.has("text") ? address.get("text") : null,
        address.constant("stage", EmissionStage.class).orElse(null),
        address.constant("fuel", FuelType.class).orElse(null),
        address.constant("service", ServiceState.class).orElse(null));
  }
}
