package cn.ecogate.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The passage row that the raw program inserts: the same table, columns and sizes as the product's.
 */
final class RawRow {

  static final String INSERT =
      "INSERT INTO raw_passage (id, serial_no, lane_id, gate_no, barrier_no, camera_id, direction, source,"
          + " event_key, sighting, plate, plate_color, confidence, seen_at, device_at, received_at,"
          + " recorded_at, late, outcome, reason_codes, answers, vehicle_id, vehicle_type, vehicle_use,"
          + " vin, brand_model, fuel, stage, owner, scene_photo, plate_photo, raw_digest)"
          + " VALUES (?, ?, 'A-01', 'A', '01', 'A-01-camera', 'IN', 'CAMERA', ?, 'READ', '云A10001',"
          + " 'YELLOW', 97, ?, ?, ?, ?, FALSE, 'ADMITTED', '', ?, 1, 'H11', 'F', 'LFWSRXSJ5M1E00001',"
          + " '解放 J6P', 'DIESEL', 'CHINA_6', '示范物流有限公司', ?, ?, ?)";

  private static final String DIGEST = "0123456789abcdef".repeat(4);
  private static final Clock CLOCK = Clock.systemUTC();
  private static final AtomicLong SEQ = new AtomicLong();

  private RawRow() {}

  static void fill(PreparedStatement insert, String key, String answers) throws SQLException {
    Timestamp now = Timestamp.from(CLOCK.instant());
    insert.setLong(1, SEQ.incrementAndGet());
    insert.setString(2, key);
    insert.setString(3, "A-01-camera/" + key);
    insert.setTimestamp(4, now);
    insert.setTimestamp(5, now);
    insert.setTimestamp(6, now);
    insert.setTimestamp(7, now);
    insert.setString(8, answers);
    insert.setString(9, DIGEST);
    insert.setString(10, DIGEST);
    insert.setString(11, DIGEST);
  }
}
