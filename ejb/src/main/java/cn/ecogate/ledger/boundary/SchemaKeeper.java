package cn.ecogate.ledger.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the schema up to date before anybody else starts, and looks whether the database keeps its
 * promises.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
    name = SchemaKeeper.DATA_SOURCE,
    className = "cn.ecogate.db.SparingDataSource",
    url = "${MPCONFIG=ecogate.db.url}",
    user = "${MPCONFIG=ecogate.db.user}",
    password = "${MPCONFIG=ecogate.db.password}",
    initialPoolSize = 4,
    minPoolSize = 4,
    maxPoolSize = 48)
public class SchemaKeeper {

  static final String DATA_SOURCE = "java:app/jdbc/ecogate";

  private static final System.Logger LOG = System.getLogger(SchemaKeeper.class.getName());

  @Resource(lookup = DATA_SOURCE)
  DataSource dataSource;

  @PostConstruct
  void bringUpToDate() {
    MigrateResult result = migrate(dataSource);
    LOG.log(
        System.Logger.Level.INFO,
        "The schema is up to date; migrations applied just now: "
            + result.migrationsExecuted
            + ".");
    try {
      String promise = brokenPromise(dataSource);
      if (!promise.isEmpty()) {
        LOG.log(System.Logger.Level.ERROR, promise);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not tell how it writes its log.", e);
    }
  }

  /** Applies what is missing; a migration that was changed after it was applied stops the start. */
  public static MigrateResult migrate(DataSource dataSource) {
    return Flyway.configure(SchemaKeeper.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .failOnMissingLocations(false)
        .load()
        .migrate();
  }

  /** Answers what is wrong with the database's durability in one sentence, or nothing. */
  static String brokenPromise(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer =
            statement.executeQuery("SELECT @@global.innodb_flush_log_at_trx_commit")) {
      if (!answer.next()) {
        throw new IllegalStateException("A SELECT of a variable answered no row.");
      }
      String value = answer.getString(1);
      return value.equals("1")
          ? ""
          : "The database runs with innodb_flush_log_at_trx_commit="
              + value
              + ": a power failure can take records whose barrier has already opened."
              + " Set it to 1 in the server's configuration; until then the ledger is not safe.";
    }
  }
}
