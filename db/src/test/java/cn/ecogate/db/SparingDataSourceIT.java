package cn.ecogate.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.PooledConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fewer questions, the same transactions. */
class SparingDataSourceIT {

  @TempDir static Path folder;

  private static EmbeddedMariaDb server;

  private PooledConnection pooled;
  private Connection connection;
  private Connection onlooker;

  @BeforeAll
  static void start() {
    server = EmbeddedMariaDb.start(folder.resolve("db"), 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void connect() throws SQLException {
    pooled = source().getPooledConnection();
    connection = pooled.getConnection();
    onlooker = source().getPooledConnection().getConnection();
    tell(onlooker, "CREATE OR REPLACE TABLE note (text VARCHAR(20)) ENGINE = InnoDB");
  }

  @AfterEach
  void hangUp() throws SQLException {
    pooled.close();
    onlooker.close();
  }

  @Test
  @DisplayName("A transaction costs its statements and the commit, nothing else")
  void onlyTheCommitIsLeftOfTheFrame() throws SQLException {
    inTransaction("warm");
    long before = questions();
    inTransaction("one");
    long asked = questions() - before;
    assertThat(asked - costOfAsking()).as("the insert and the commit").isEqualTo(2);
  }

  @Test
  @DisplayName("What a server asks a new handle before a transaction does not reach the database")
  void aHandleMayBeAskedAboutItself() throws SQLException {
    inTransaction("warm");
    long before = questions();
    connection.close();
    connection = pooled.getConnection();
    connection.clearWarnings();
    assertThat(connection.isReadOnly()).isFalse();
    inTransaction("one");
    long asked = questions() - before;
    assertThat(asked - costOfAsking()).as("the insert and the commit").isEqualTo(2);
  }

  @Test
  @DisplayName("Nobody sees what is not committed; a rollback leaves nothing")
  void aTransactionIsOne() throws SQLException {
    connection.setAutoCommit(false);
    tell(connection, "INSERT INTO note VALUES ('first')");
    assertThat(notes()).isZero();
    connection.rollback();
    tell(connection, "INSERT INTO note VALUES ('second')");
    connection.commit();
    assertThat(notes()).isEqualTo(1);
  }

  @Test
  @DisplayName("After a transaction, a statement of its own commits itself")
  void autoCommitComesBack() throws SQLException {
    inTransaction("one");
    tell(connection, "INSERT INTO note VALUES ('two')");
    assertThat(notes()).isEqualTo(2);
    assertThat(connection.getAutoCommit()).isTrue();
  }

  @Test
  @DisplayName("Switching auto-commit on in the middle of a transaction commits it, as JDBC has it")
  void switchingOnCommits() throws SQLException {
    connection.setAutoCommit(false);
    tell(connection, "INSERT INTO note VALUES ('one')");
    connection.setAutoCommit(true);
    assertThat(notes()).isEqualTo(1);
  }

  @Test
  @DisplayName("A read after a transaction sees what others have committed since")
  void noOldViewIsKept() throws SQLException {
    connection.setAutoCommit(false);
    assertThat(notesSeenBy(connection)).isZero();
    connection.commit();
    connection.setAutoCommit(true);
    tell(onlooker, "INSERT INTO note VALUES ('theirs')");
    assertThat(notesSeenBy(connection)).isEqualTo(1);
    tell(onlooker, "INSERT INTO note VALUES ('theirs too')");
    assertThat(notesSeenBy(connection)).isEqualTo(2);
  }

  @Test
  @DisplayName(
      "A new handle after a transaction commits by itself, and its reading holds no view for the next")
  void aNewHandleBeginsWithAutoCommit() throws SQLException {
    inTransaction("one");
    connection.close();
    Connection outside = pooled.getConnection();
    assertThat(outside.getAutoCommit()).isTrue();
    assertThat(notesSeenBy(outside)).isEqualTo(1);
    tell(onlooker, "INSERT INTO note VALUES ('theirs')");
    outside.setAutoCommit(false);
    assertThat(notesSeenBy(outside)).isEqualTo(2);
    outside.commit();
    outside.setAutoCommit(true);
    tell(outside, "INSERT INTO note VALUES ('by itself')");
    assertThat(notes()).isEqualTo(3);
  }

  @Test
  @DisplayName("A handle closed in the middle of a transaction leaves nothing to the next")
  void closingGivesUp() throws SQLException {
    connection.setAutoCommit(false);
    tell(connection, "INSERT INTO note VALUES ('half')");
    connection.close();
    assertThat(notesSeenBy(pooled.getConnection())).isZero();
    assertThat(notes()).isZero();
  }

  private void inTransaction(String text) throws SQLException {
    connection.setAutoCommit(false);
    tell(connection, "INSERT INTO note VALUES ('" + text + "')");
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** What the server has been asked on the connection, seen from outside. */
  private long questions() throws SQLException {
    connection.setAutoCommit(false);
    try {
      return number(connection, "SHOW SESSION STATUS LIKE 'Questions'");
    } finally {
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private long costOfAsking() throws SQLException {
    long before = questions();
    return questions() - before;
  }

  private long notes() throws SQLException {
    return notesSeenBy(onlooker);
  }

  private static long notesSeenBy(Connection who) throws SQLException {
    try (Statement statement = who.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM note")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static long number(Connection who, String sql) throws SQLException {
    try (Statement statement = who.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(2);
    }
  }

  private static void tell(Connection who, String sql) throws SQLException {
    try (Statement statement = who.createStatement()) {
      statement.execute(sql);
    }
  }

  private static SparingDataSource source() throws SQLException {
    SparingDataSource source = new SparingDataSource();
    source.setUrl(server.url());
    source.setUser(EmbeddedMariaDb.USER);
    source.setPassword(server.password());
    return source;
  }
}
