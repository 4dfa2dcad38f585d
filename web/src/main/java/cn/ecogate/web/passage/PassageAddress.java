package cn.ecogate.web.passage;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageColumn;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Moments;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The address of a list of passages, and the filter it stands for. */
public final class PassageAddress {

  static final String[] NAMES = {
    "from",
    "to",
    "plate",
    "lane",
    "direction",
    "stage",
    "fuel",
    "outcome",
    "source",
    "owner",
    "vin",
    "type",
    "reason",
    "columns"
  };

  /** Shown as long as nobody has chosen others; the picture, time and plate always are. */
  private static final List<PassageColumn> USUAL =
      List.of(PassageColumn.VERDICT, PassageColumn.LANE, PassageColumn.STAGE, PassageColumn.OWNER);

  private PassageAddress() {}

  static Address read(Map<String, String[]> parameters) {
    Map<String, String[]> joined = new HashMap<>(parameters);
    joined.computeIfPresent("columns", (name, ticked) -> new String[] {String.join(",", ticked)});
    Address address = Address.read("/passages.xhtml", joined, NAMES);
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
        address.constant("source", Passage.Source.class).orElse(null),
        address.has("owner") ? address.get("owner") : null,
        address.has("vin") ? address.get("vin") : null,
        address.has("type") ? address.get("type") : null,
        address.constant("reason", Reason.Code.class).orElse(null));
  }

  /** The columns of the list beside picture, time and plate. */
  static List<PassageColumn> shown(Address address) {
    List<PassageColumn> chosen =
        PassageColumn.named(address.get("columns")).stream()
            .filter(column -> column != PassageColumn.TIME && column != PassageColumn.PLATE)
            .toList();
    return chosen.isEmpty() ? USUAL : chosen;
  }

  /** The columns of the table to take away: those chosen, or every one. */
  static List<PassageColumn> exported(Address address) {
    if (!address.has("columns")) {
      return List.of(PassageColumn.values());
    }
    List<PassageColumn> columns = new ArrayList<>(List.of(PassageColumn.TIME, PassageColumn.PLATE));
    columns.addAll(shown(address));
    return columns;
  }

  /** The same view over whole days, the last one included. */
  static Address days(Address address, LocalDate first, LocalDate last) {
    return address
        .without("from", "to")
        .with("from", first.atTime(LocalTime.MIN).toString())
        .with("to", last.plusDays(1).atTime(LocalTime.MIN).toString());
  }
}
