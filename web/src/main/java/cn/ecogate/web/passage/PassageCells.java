package cn.ecogate.web.passage;

import cn.ecogate.passage.boundary.LoadSearch;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageColumn;
import cn.ecogate.web.frame.Moments;
import cn.ecogate.web.frame.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a list of passages that a person has chosen beside the usual ones. */
@Named
@RequestScoped
public class PassageCells {

  @Inject LoadSearch loads;
  @Inject Words words;
  @Inject Moments moments;

  private final Map<Long, Load> held = new HashMap<>();

  /** Looks up at once what those rows carried. */
  void prepare(List<Passage> rows) {
    held.putAll(loads.heldOf(rows));
  }

  /** What stands in that cell; a dash if nothing is known. */
  public String text(PassageColumn column, Passage passage) {
    String text = told(column, passage);
    return text == null || text.isEmpty() ? "—" : text;
  }

  private String told(PassageColumn column, Passage passage) {
    Optional<Load> load = Optional.ofNullable(held.get(passage.getId()));
    return switch (column) {
      case TIME -> moments.full(passage.getSeenAt());
      case PLATE -> passage.getPlate();
      case COLOR -> words.of(passage.getPlateColor());
      case VERDICT -> words.of(passage.getOutcome());
      case REASONS -> words.codes(passage.getReasonCodes());
      case LANE -> passage.getLaneId();
      case DIRECTION -> words.of(passage.getDirection());
      case STAGE -> words.of(passage.getStage());
      case FUEL -> words.of(passage.getFuel());
      case TYPE -> words.type(passage.getVehicleType());
      case USE -> words.use(passage.getVehicleUse());
      case VIN -> passage.getVin();
      case MODEL -> passage.getBrandModel();
      case OWNER -> passage.getOwner();
      case CARGO -> load.map(Load::getCargo).orElse("");
      case TONNES -> load.map(Load::getTonnes).map(t -> t.toPlainString()).orElse("");
      case SOURCE ->
          passage.isFromPaper() ? words.say("passage.paper") : words.of(passage.getSource());
      case CORRECTED -> passage.getCorrections() == 0 ? "" : words.number(passage.getCorrections());
      case ENTERED_BY -> passage.getEnteredBy();
      case NOTE -> passage.getNote();
      case RECORDED -> moments.full(passage.getRecordedAt());
      case SERIAL -> passage.getSerialNo();
      case LEDGER -> words.number(passage.getLedgerSeq());
    };
  }
}
