package cn.ecogate.web.passage;

import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Moments;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/** The address of a list of passages, and the filter it stands for. */
public final class PassageAddress {

  static final String[] NAMES = {
    "from", "to", "plate", "lane", "direction", "stage", "fuel", "outcome", "source"
  };

  private PassageAddress() {}

  static Address read(Map<String, String[]> parameters) {
    Address address = Address.read("/passages.xhtml", parameters, NAMES);
    for (String moment : new String[] {"from", "to"}) {
      address = Moments.local(address.get(moment)) == null ? address.without(moment) : address;
    }
    return address;
  }

  static PassageFilter filter(Address address) {
    return new PassageFilter(
        Moments.local(address.get("from")),
        Moments.local(address.get("to")),
        address.has("plate") ? address.get("plate") : null,
        address.has("lane") ? address.get("lane") : null,
        address.constant("direction", Direction.class).orElse(null),
        address.constant("stage", EmissionStage.class).orElse(null),
        address.constant("fuel", FuelType.class).orElse(null),
        address.constant("outcome", Passage.Outcome.class).orElse(null),
        address.constant("source", Passage.Source.class).orElse(null));
  }

  /** The same view over whole days, the last one included. */
  static Address days(Address address, LocalDate first, LocalDate last) {
    return address
        .without("from", "to")
        .with("from", first.atTime(LocalTime.MIN).toString())
        .with("to", last.plusDays(1).atTime(LocalTime.MIN).toString());
  }
}
