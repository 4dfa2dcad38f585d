package cn.ecogate.mobile.passage;

import cn.ecogate.mobile.Word;
import cn.ecogate.passage.entity.Visit;
import java.time.Instant;

/** A visit: entrance and exit of one vehicle. */
public record VisitItem(
    long id,
    Word state,
    String plate,
    Word plateColor,
    String vin,
    String owner,
    Word stage,
    Long inPassage,
    Instant inAt,
    String inLane,
    Long outPassage,
    Instant outAt,
    String outLane,
    Instant endedAt,
    boolean open) {

  static VisitItem of(Visit visit) {
    return new VisitItem(
        visit.getId(),
        Word.of(visit.getState(), visit.getState().label()),
        visit.getPlate(),
        Word.of(visit.getPlateColor()),
        visit.getVin(),
        visit.getOwner(),
        Word.of(visit.getStage()),
        visit.getInPassage(),
        visit.getInAt(),
        visit.getInLane(),
        visit.getOutPassage(),
        visit.getOutAt(),
        visit.getOutLane(),
        visit.getEndedAt(),
        visit.isOpenQuestion());
  }
}
