package cn.ecogate.ledger.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.db.EmbeddedMariaDb;
import cn.ecogate.testing.RealDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;

/** The schema is made by Flyway alone, once, and a careless database is named. */
class SchemaKeeperIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  @Test
  @DisplayName("再次启动不再重复执行迁移；持久化单元能打开")
  void secondStartAppliesNothing() {
    assertThat(SchemaKeeper.migrate(database.dataSource()).migrationsExecuted).isZero();
    long one =
        database.inTransaction(
            em -> {
              return ((Number) em.createNativeQuery("SELECT 1").getSingleResult()).longValue();
            });
    assertThat(one).isEqualTo(1);
  }

  @Test
  @DisplayName("提交即落盘的数据库不报错")
  void durableDatabaseIsSilent() throws SQLException {
    assertThat(SchemaKeeper.brokenPromise(database.dataSource())).isEmpty();
  }

  @Test
  @DisplayName("数据库若不在提交时落盘，说明后果与改法")
  void carelessDatabaseIsNamed(@TempDir Path folder) throws SQLException {
    try (EmbeddedMariaDb careless =
        EmbeddedMariaDb.start(folder, 0, "--innodb-flush-log-at-trx-commit=2")) {
      MariaDbDataSource source = new MariaDbDataSource(careless.url());
      source.setUser(EmbeddedMariaDb.USER);
      source.setPassword(careless.password());
      assertThat(SchemaKeeper.brokenPromise(source))
          .contains("innodb_flush_log_at_trx_commit=2")
          .contains("Set it to 1");
    }
  }
}
