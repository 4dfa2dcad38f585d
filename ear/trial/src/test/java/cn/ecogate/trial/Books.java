package cn.ecogate.trial;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerCheck;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The running database as its owner on this machine sees it: through the socket in the data folder.
 */
record Books(String url) {

  static Books of(Path dataDir) {
    return new Books(
        "jdbc:mariadb://localhost/ecogate?localSocket="
            + dataDir.resolve("db/mariadb.sock")
            + "&user="
            + System.getProperty("user.name"));
  }

  long count(String from) throws SQLException {
    return Long.parseLong(words("SELECT COUNT(*) FROM " + from).iterator().next());
  }

  Set<String> words(String question) throws SQLException {
    return new HashSet<>(inOrder(question));
  }

  /** The first column of the answer, row by row. */
  List<String> inOrder(String question) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      List<String> words = new ArrayList<>();
      while (rows.next()) {
        words.add(rows.getString(1));
      }
      return words;
    }
  }

  /** Recomputes the whole ledger from its texts. */
  LedgerCheck verifyLedger() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    properties.put("jakarta.persistence.jtaDataSource", "");
    properties.put("jakarta.persistence.nonJtaDataSource", "");
    properties.put("jakarta.persistence.jdbc.driver", "org.mariadb.jdbc.Driver");
    properties.put("jakarta.persistence.jdbc.url", url);
    try (EntityManagerFactory factory =
            Persistence.createEntityManagerFactory("ecogate", properties);
        EntityManager em = factory.createEntityManager()) {
      em.getTransaction().begin();
      LedgerCheck check = new Ledger(em, Clock.systemUTC(), null).verify();
      em.getTransaction().commit();
      return check;
    }
  }
}
