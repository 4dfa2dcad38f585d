package cn.ecogate.web.passage;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.passage.boundary.BarrierSearch;
import cn.ecogate.passage.boundary.LoadSearch;
import cn.ecogate.passage.boundary.PaperBook;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.boundary.VisitSearch;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.passage.entity.Cargo;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.PaperLine;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageItems;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.uplink.boundary.Uploads;
import cn.ecogate.uplink.entity.Dispatch;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One passage's story, from the camera to the platform. */
@Named
@RequestScoped
public class PassageScreen {

  @Inject ExternalContext context;
  @Inject PassageSearch search;
  @Inject Ledger ledger;
  @Inject Uploads uploads;
  @Inject BarrierSearch barriers;
  @Inject LoadSearch loads;
  @Inject VisitSearch visits;
  @Inject PaperBook papers;

  private PassageStory story;
  private LedgerEntry entry;
  private Cargo cargo;

  @PostConstruct
  void read() {
    String id = context.getRequestParameterMap().getOrDefault("id", "");
    String serial = context.getRequestParameterMap().get("serial");
    story =
        (id.matches("\\d{1,18}")
                ? search.story(Long.parseLong(id))
                : search.bySerial(serial).flatMap(passage -> search.story(passage.getId())))
            .orElse(null);
    if (story == null) {
      context.setResponseStatus(404);
    }
  }

  /** Null if there is no such passage. */
  public PassageStory getStory() {
    return story;
  }

  public Passage getPassage() {
    return story.passage();
  }

  /** Where it stands on paper; null if it was not entered from paper. */
  public PaperLine getPaper() {
    return papers.of(getPassage()).orElse(null);
  }

  /** As it was recorded, before any correction. */
  public PassageItems getRecorded() {
    return story.recorded();
  }

  /** True if the camera's clock was so wrong that the record says another time. */
  public boolean isClockWrong() {
    Instant device = getPassage().getDeviceAt();
    return device != null && !device.equals(getPassage().getSeenAt());
  }

  public List<Reason> getReasons() {
    return story.answers().stream().map(RuleAnswer::reason).flatMap(Optional::stream).toList();
  }

  /** Null if the ledger does not have it, which the page says loudly. */
  public LedgerEntry getEntry() {
    entry = entry == null ? ledger.entry(getPassage().getLedgerSeq()).orElse(null) : entry;
    return entry;
  }

  /** What the vehicle carried, and which codes were read beside it. */
  public Cargo getCargo() {
    cargo = cargo == null ? loads.of(getPassage()) : cargo;
    return cargo;
  }

  /** Every load that was recorded, oldest first. */
  public List<Load> getLoads() {
    List<Load> all = new ArrayList<>(getCargo().earlier());
    Collections.reverse(all);
    getCargo().load().ifPresent(all::add);
    return all;
  }

  /** The visit it began or ended; null if none. */
  public Visit getVisit() {
    return visits.ofPassage(getPassage().getId()).orElse(null);
  }

  /** What the barrier did around it. */
  public List<BarrierRecord> getBarrierRecords() {
    return barriers.ofPassage(getPassage().getSerialNo());
  }

  public List<Dispatch> getDispatches() {
    return uploads.ofPassage(getPassage().getSerialNo());
  }
}
