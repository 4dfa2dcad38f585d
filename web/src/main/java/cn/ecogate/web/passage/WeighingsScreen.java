package cn.ecogate.web.passage;

import cn.ecogate.passage.boundary.LoadSearch;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.TagSighting;
import cn.ecogate.passage.entity.Weighing;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;

/** The newest weighings and codes read, of one lane or of all. */
@Named
@RequestScoped
public class WeighingsScreen {

  private static final int NEWEST = 100;

  @Inject HttpServletRequest request;
  @Inject LoadSearch search;

  private List<Weighing> weighings;
  private List<TagSighting> tags;

  public String getLane() {
    String lane = request.getParameter("lane");
    return lane == null ? "" : lane;
  }

  public List<Weighing> getWeighings() {
    weighings = weighings == null ? search.newestWeighings(getLane(), NEWEST) : weighings;
    return weighings;
  }

  public List<TagSighting> getTags() {
    tags = tags == null ? search.newestTags(getLane(), NEWEST) : tags;
    return tags;
  }

  /** Number of the passage whose load it is; null if it is nobody's. */
  public Long claimant(Weighing weighing) {
    return search.claimant(weighing).orElse(null);
  }

  /** Kilograms as tonnes with three decimals; empty for none. */
  public String tonnes(BigDecimal kilograms) {
    return kilograms == null ? "" : Load.tonnes(kilograms).toPlainString() + " t";
  }
}
