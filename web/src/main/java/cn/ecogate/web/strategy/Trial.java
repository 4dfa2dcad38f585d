package cn.ecogate.web.strategy;

import cn.ecogate.passage.boundary.Rehearsals;
import cn.ecogate.passage.entity.Rehearsal;
import cn.ecogate.strategy.entity.ControlStrategy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import java.io.Serializable;

/**
 * A strategy tried on past passages, once for as long as it forbids the same: a page asks for the
 * answer many times, and most of what is typed changes nothing about it.
 */
@ViewScoped
public class Trial implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient Rehearsals rehearsals;

  private transient Rehearsal answer;
  private transient ControlStrategy about;

  /** Null if it forbids nothing. */
  Rehearsal of(ControlStrategy strategy) {
    if (strategy.restrictions().isEmpty()) {
      return null;
    }
    if (answer == null || !sameBan(strategy, about)) {
      answer = rehearsals.rehearse(strategy);
      about = strategy;
    }
    return answer;
  }

  private static boolean sameBan(ControlStrategy one, ControlStrategy other) {
    return one.spared().equals(other.spared())
        && one.hours().equals(other.hours())
        && one.restrictions().stream()
            .map(each -> each.of("", one.spared()))
            .toList()
            .equals(other.restrictions().stream().map(each -> each.of("", one.spared())).toList());
  }
}
