package cn.ecogate.testing;

import cn.ecogate.db.EmbeddedMariaDb;
import cn.ecogate.ledger.boundary.SchemaKeeper;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A real MariaDB with the real migrations and the real persistence unit; one for all tests of a
 * JVM, its tables empty at the beginning of every class that registers it.
 *
 * <pre>{@code
 * @RegisterExtension static final RealDatabase database = new RealDatabase();
 *
 * database.inTransaction(em -> { em.persist(entry); });
 * long count = database.inTransaction(em -> { return em.createQuery("…", Long.class).getSingleResult(); });
 * }</pre>
 */
public final class RealDatabase implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) throws SQLException {
    empty();
  }

  /**
   * A new entity manager with transactions of its own (RESOURCE_LOCAL); close it, or use {@link
   * #inTransaction}.
   */
  public EntityManager entityManager() {
    return Started.ONCE.factory.createEntityManager();
  }

  /**
   * Runs the work in a transaction of its own: committed when it returns, rolled back when it
   * throws.
   */
  public <T> T inTransaction(Function<EntityManager, T> work) {
    try (EntityManager em = entityManager()) {
      em.getTransaction().begin();
      try {
        T result = work.apply(em);
        em.getTransaction().commit();
        return result;
      } finally {
        if (em.getTransaction().isActive()) {
          em.getTransaction().rollback();
        }
      }
    }
  }

  /** Like {@link #inTransaction(Function)} for work without a result. */
  public void inTransaction(Consumer<EntityManager> work) {
    inTransaction(
        em -> {
          work.accept(em);
          return null;
        });
  }

  /** A plain JDBC connection, auto-committing. */
  public Connection connection() throws SQLException {
    return Started.ONCE.source.getConnection();
  }

  public DataSource dataSource() {
    return Started.ONCE.source;
  }

  /** Empties every table but Flyway's own; the ledger's head is put back to its beginning. */
  public void empty() throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery(
              "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                  + " AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      statement.execute("SET FOREIGN_KEY_CHECKS = 0");
      for (String table : tables) {
        if (hasRows(statement, table)) {
          statement.execute("TRUNCATE TABLE `" + table + "`");
        }
      }
      statement.execute("SET FOREIGN_KEY_CHECKS = 1");
      statement.execute("INSERT IGNORE INTO ledger_head (id, size, frontier) VALUES (1, 0, '')");
    }
  }

  private static boolean hasRows(Statement statement, String table) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT 1 FROM `" + table + "` LIMIT 1")) {
      return row.next();
    }
  }

  /** The one server of this JVM; it ends with it. */
  private static final class Started {

    static final Started ONCE = new Started();

    final MariaDbDataSource source;
    final EntityManagerFactory factory;

    private Started() {
      try {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        EmbeddedMariaDb server =
            EmbeddedMariaDb.start(Files.createTempDirectory(target, "real-database-"), 0);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        source = new MariaDbDataSource(server.url());
        source.setUser(EmbeddedMariaDb.USER);
        source.setPassword(server.password());
        SchemaKeeper.migrate(source);
        factory =
            Persistence.createEntityManagerFactory(
                "ecogate",
                Map.of(
                    "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                    "jakarta.persistence.jtaDataSource", "",
                    "jakarta.persistence.nonJtaDataSource", source));
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("The test database cannot be started", e);
      }
    }
  }
}
