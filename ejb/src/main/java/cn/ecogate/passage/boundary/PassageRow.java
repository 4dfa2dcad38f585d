package cn.ecogate.passage.boundary;

import cn.ecogate.ledger.boundary.RowAlong;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageAct;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;

/**
 * A passage as the row that is written along with its ledger entry. Everybody else reads and writes
 * passages through their entity; only here a truck is waiting.
 */
final class PassageRow {

  private static final String COLUMNS =
      "id, serial_no, lane_id, gate_no, barrier_no, camera_id, direction, source, "
          + "event_key, sighting, plate, plate_color, confidence, seen_at, device_at, "
          + "received_at, recorded_at, late, outcome, reason_codes, answers, vehicle_id, "
          + "vehicle_type, vehicle_use, vin, brand_model, fuel, stage, owner, scene_photo, "
          + "plate_photo, raw_digest, entered_by, note, settles";

  private static final String INSERT =
      "INSERT INTO passage ("
          + COLUMNS
          + ") VALUES ("
          + String.join(", ", Collections.nCopies(COLUMNS.split(", ", -1).length, "?"))
          + ")";

  private PassageRow() {}

  static RowAlong of(Passage passage) {
    return RowAlong.of(
        INSERT,
        passage.getId(),
        passage.getSerialNo(),
        passage.getLaneId(),
        passage.getGateNo(),
        passage.getBarrierNo(),
        passage.getCameraId(),
        name(passage.getDirection()),
        name(passage.getSource()),
        passage.getEventKey(),
        name(passage.getSighting()),
        passage.getPlate(),
        name(passage.getPlateColor()),
        passage.getConfidence(),
        time(passage.getSeenAt()),
        time(passage.getDeviceAt()),
        time(passage.getReceivedAt()),
        time(passage.getRecordedAt()),
        passage.isLate(),
        name(passage.getOutcome()),
        passage.getReasonCodes(),
        passage.getAnswers(),
        passage.getVehicleId(),
        passage.getVehicleType(),
        passage.getVehicleUse(),
        passage.getVin(),
        passage.getBrandModel(),
        name(passage.getFuel()),
        name(passage.getStage()),
        passage.getOwner(),
        passage.getScenePhoto(),
        passage.getPlatePhoto(),
        passage.getRawDigest(),
        passage.getEnteredBy(),
        passage.getNote(),
        passage.getSettles());
  }

  /** What was done about a passage that is written along. */
  static RowAlong of(PassageAct act) {
    return RowAlong.of(
        "INSERT INTO passage_act (passage_id, kind, outcome, words, acted_at, elapsed_millis)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        act.getPassageId(),
        name(act.getKind()),
        name(act.getOutcome()),
        act.getWords(),
        time(act.getAt()),
        act.getElapsedMillis());
  }

  private static String name(Enum<?> word) {
    return word == null ? null : word.name();
  }

  /** Cut to what the column holds, or the server would round up into the next second. */
  private static LocalDateTime time(Instant at) {
    return at == null
        ? null
        : LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
  }
}
