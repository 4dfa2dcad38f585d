package cn.ecogate.web.uplink;

import cn.ecogate.web.frame.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;

/** The items of a record by their names for people. */
@Named
@RequestScoped
public class Items {

  @Inject Words words;

  public String name(String item) {
    return words.orElse("item." + item, item);
  }

  public String names(List<String> items) {
    return items.stream().map(this::name).collect(Collectors.joining(words.say("list.comma")));
  }
}
