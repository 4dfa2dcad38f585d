package cn.ecogate.web.release;

import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.registry.entity.StageEvidence;
import cn.ecogate.release.boundary.LaneFilingDesk;
import cn.ecogate.release.entity.LaneFiled;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Complaint;
import cn.ecogate.web.frame.Moments;
import cn.ecogate.web.frame.Words;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** A vehicle filed from its lane while it waits: scan, stage, Enter; the rules decide at once. */
@Named
@ViewScoped
public class TemporaryScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final List<Integer> HOURS = List.of(4, 12, 24, 72, 168);

  @Inject transient PassageSearch passages;
  @Inject transient LaneFilingDesk desk;
  @Inject transient SiteBook book;
  @Inject transient Moments moments;
  @Inject transient Words words;
  @Inject transient ExternalContext context;
  @Inject transient Complaint complaint;

  private String laneId;
  private TemporaryForm form;

  @PostConstruct
  void read() {
    laneId = context.getRequestParameterMap().getOrDefault("lane", "");
    if (getLane() == null) {
      context.setResponseStatus(404);
    }
    form =
        new TemporaryForm(
            laneId,
            passages
                .newest(laneId)
                .filter(newest -> newest.getOutcome() == Passage.Outcome.NEEDS_GUARD));
  }

  /** Null if the site has no such lane. */
  public Lane getLane() {
    return book.site().lane(laneId).orElse(null);
  }

  public TemporaryForm getForm() {
    return form;
  }

  /** Those somebody can read off papers. */
  public List<EmissionStage> getStages() {
    return Arrays.stream(EmissionStage.values()).filter(EmissionStage::known).toList();
  }

  public List<StageEvidence> getEvidences() {
    return List.of(StageEvidence.values());
  }

  public List<Integer> getHours() {
    return HOURS;
  }

  public void file() throws IOException {
    try {
      LaneFiled filed = desk.file(form.filing(moments.getNow()));
      complaint.praiseNext(
          "temporary.filed",
          filed.vehicle().getPlate(),
          words.of(filed.entered().story().passage().getOutcome()));
      context.redirect("/live.xhtml");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }
}
