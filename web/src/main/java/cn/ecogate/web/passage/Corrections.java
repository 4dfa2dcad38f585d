package cn.ecogate.web.passage;

import cn.ecogate.passage.entity.PassageItems;
import cn.ecogate.passage.entity.PassageStory.Corrected;
import cn.ecogate.web.frame.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What corrections changed, in the words of the pages. */
@Named
@RequestScoped
public class Corrections {

  @Inject Words words;

  /** One item of a record, before and after; empty where there was or is nothing. */
  public record Change(String name, String was, String is) {}

  /** What that correction changed, in the record's order. */
  public List<Change> changes(Corrected corrected) {
    Map<String, String> was = told(corrected.was());
    Map<String, String> is = told(corrected.correction().items());
    return was.keySet().stream()
        .filter(name -> !was.get(name).equals(is.get(name)))
        .map(name -> new Change(words.say(name), was.get(name), is.get(name)))
        .toList();
  }

  private Map<String, String> told(PassageItems items) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("passage.plate", text(items.plate()));
    told.put("vehicle.color", words.of(items.plateColor()));
    told.put("filter.direction", words.of(items.direction()));
    told.put("vehicle.type", words.type(items.vehicleType()));
    told.put("vehicle.use", words.use(items.use()));
    told.put("vehicle.vin", text(items.vin()));
    told.put("vehicle.model", text(items.brandModel()));
    told.put("filter.fuel", words.of(items.fuel()));
    told.put("filter.stage", words.of(items.stage()));
    told.put("passage.owner", text(items.owner()));
    return told;
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}
