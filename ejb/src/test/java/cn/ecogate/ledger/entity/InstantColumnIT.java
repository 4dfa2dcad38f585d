package cn.ecogate.ledger.entity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.testing.RealDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An instant stands in the database as UTC, whatever zone the server's machine is in. */
class InstantColumnIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private final InstantColumn column = new InstantColumn();
  private final TimeZone before = TimeZone.getDefault();

  @BeforeEach
  void table() throws SQLException {
    execute("CREATE OR REPLACE TABLE instant_column_it (at DATETIME(6) NOT NULL)");
  }

  @AfterEach
  void restore() throws SQLException {
    TimeZone.setDefault(before);
    execute("DROP TABLE instant_column_it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Shanghai", "America/New_York", "UTC"})
  @DisplayName("任何时区的机器上，库里都是 UTC，读回同一时刻")
  void storedAsUtcInEveryZone(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    // 02:30 does not exist in New York on that day, and exists twice on the other: local time would
    // lose it.
    for (String text :
        new String[] {
          "2026-11-20T22:21:09.123456Z", "2026-03-08T07:30:00Z", "2026-11-01T06:30:00Z"
        }) {
      Instant instant = Instant.parse(text);
      execute("DELETE FROM instant_column_it");
      insert(instant);
      assertThat(stored()).isEqualTo(wall(text));
      assertThat(read()).isEqualTo(instant);
    }
  }

  @Test
  @DisplayName("纳秒被截断而不是进位到下一秒")
  void nanosecondsAreCut() throws SQLException {
    insert(Instant.parse("2026-11-20T22:21:09.999999999Z"));
    assertThat(stored()).isEqualTo("2026-11-20 22:21:09.999999");
  }

  private static String wall(String text) {
    String bare = text.replace('T', ' ').replace("Z", "");
    return bare.contains(".") ? bare : bare + ".000000";
  }

  private void insert(Instant instant) throws SQLException {
    try (Connection connection = database.connection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO instant_column_it VALUES (?)")) {
      insert.setTimestamp(1, column.convertToDatabaseColumn(instant));
      insert.executeUpdate();
    }
  }

  private static String stored() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT CAST(at AS CHAR) FROM instant_column_it")) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private Instant read() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT at FROM instant_column_it")) {
      assertThat(row.next()).isTrue();
      Timestamp at = row.getTimestamp(1);
      return column.convertToEntityAttribute(at);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
