package cn.ecogate.passage.boundary;

import cn.ecogate.admission.boundary.Admission;
import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.control.PassageDraft;
import cn.ecogate.passage.control.PassageText;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PhotoDigests;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** A passage as the desk would have recorded it, without photos, for tests of what follows it. */
final class RecordedPassage {

  private RecordedPassage() {}

  static Passage write(
      EntityManager em, Ledger ledger, Arrival arrival, Optional<FiledVehicle> filed) {
    Decision decision =
        Admission.decide(
            new Facts(
                arrival.lane().direction(),
                arrival.sighting(),
                arrival.plate(),
                arrival.color(),
                filed,
                Optional.empty(),
                List.of(),
                List.of(),
                arrival.receivedAt()));
    Passage passage =
        PassageDraft.of(
            arrival,
            Optional.empty(),
            new PhotoDigests(Optional.empty(), Optional.empty()),
            decision,
            arrival.receivedAt());
    passage.setLedgerSeq(
        ledger
            .append(
                "passage",
                passage.getSerialNo(),
                PassageText.of("530181000001", passage, PassageDraft.reasons(decision.verdict())))
            .seq());
    em.persist(passage);
    return passage;
  }
}
