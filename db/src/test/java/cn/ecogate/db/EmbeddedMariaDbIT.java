package cn.ecogate.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server keeps what was committed, whatever became of its launcher. */
class EmbeddedMariaDbIT {

  @TempDir Path folder;

  @Test
  @DisplayName("干净停止后再启动，中文数据仍在；全局参数符合要求")
  void dataOutlivesTheServer() throws SQLException {
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, 0)) {
      write(database, "云A12345");
      assertThat(ask(database, "SELECT @@global.innodb_flush_log_at_trx_commit")).isEqualTo("1");
      assertThat(ask(database, "SELECT @@character_set_database")).isEqualTo("utf8mb4");
      assertThat(ask(database, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
      assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "root", ""))
          .isInstanceOf(SQLException.class);
    }
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, 0)) {
      assertThat(ask(database, "SELECT plate FROM kept")).isEqualTo("云A12345");
    }
  }

  @Test
  @DisplayName("数据库被强杀后，已提交的数据不丢")
  void commitsOutliveAKill() throws Exception {
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, 0)) {
      write(database, "云A12345");
      ProcessHandle server = ProcessHandle.of(database.pid()).orElseThrow();
      server.destroyForcibly();
      server.onExit().get(10, TimeUnit.SECONDS);
    }
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, 0)) {
      assertThat(ask(database, "SELECT plate FROM kept")).isEqualTo("云A12345");
    }
  }

  @Test
  @DisplayName("启动器被强杀：数据库随之停止，再启动时数据仍在")
  void serverEndsWithItsLauncher() throws Exception {
    long server;
    Process launcher =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "-D"
                    + ServerBinaries.CACHE_PROPERTY
                    + "="
                    + System.getProperty(ServerBinaries.CACHE_PROPERTY, ""),
                AbandonedLauncher.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try (var said = launcher.inputReader()) {
      server = Long.parseLong(said.readLine());
      launcher.destroyForcibly().waitFor();
    }
    // At once, while the old server is still ending: the new one waits for it.
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, 0)) {
      assertThat(ProcessHandle.of(server)).isEmpty();
      assertThat(ask(database, "SELECT plate FROM kept")).isEqualTo("云A54321");
    }
  }

  @Test
  @DisplayName("同一数据目录不能同时启动两次")
  void folderHasOneServer() {
    try (EmbeddedMariaDb first = EmbeddedMariaDb.start(folder, 0)) {
      assertThat(first.isAlive()).isTrue();
      assertThatThrownBy(() -> EmbeddedMariaDb.start(folder, 0))
          .isInstanceOf(DatabaseFault.class)
          .hasMessageContaining("另一个实例");
    }
  }

  static void write(EmbeddedMariaDb database, String plate) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept (plate VARCHAR(20))");
      statement.execute("INSERT INTO kept VALUES ('" + plate + "')");
    }
  }

  private static String ask(EmbeddedMariaDb database, String question) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      assertThat(answer.next()).isTrue();
      return answer.getString(1);
    }
  }

  private static Connection connect(EmbeddedMariaDb database) throws SQLException {
    return DriverManager.getConnection(database.url(), EmbeddedMariaDb.USER, database.password());
  }
}
