package cn.ecogate.ledger.boundary;

import cn.ecogate.ledger.control.Frontier;
import cn.ecogate.ledger.control.MerkleTree.Node;
import cn.ecogate.ledger.control.StoredEntry;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ledger's tables in plain SQL on the transaction's own connection: an append costs one
 * question and no object graph.
 */
final class LedgerRows {

  private static final String COLUMNS =
      "SELECT seq, kind, subject, text, leaf_hash, nodes, root_hash, appended_at FROM ledger_entry"
          + " ";

  /** One question; it answers whether the head was where it was believed. */
  private static final String APPEND =
      "BEGIN NOT ATOMIC DECLARE moved INT; UPDATE ledger_head SET size = ?, frontier = ? WHERE id ="
          + " 1 AND size = ? AND frontier = ?; SET moved = ROW_COUNT(); IF moved = 1 THEN ";

  private static final String ENTRY =
      "INSERT INTO ledger_entry (seq, kind, subject, text, leaf_hash, nodes, root_hash,"
          + " appended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?); ";

  /** The head's lock is held already; it grows by one entry at a time. */
  private static final String NEXT = "UPDATE ledger_head SET size = ?, frontier = ? WHERE id = 1; ";

  /**
   * An entry and the rows that go along with it.
   *
   * @param after the head with this entry
   */
  record Appended(StoredEntry entry, List<RowAlong> along, Frontier after) {}

  private final Connection connection;

  LedgerRows(Connection connection) {
    this.connection = connection;
  }

  /** The tree's right edge, locked until the transaction ends. */
  Frontier lockHead() {
    return head("SELECT size, frontier FROM ledger_head WHERE id = 1 FOR UPDATE");
  }

  /** The tree's right edge as this transaction sees it. */
  Frontier readHead() {
    return head("SELECT size, frontier FROM ledger_head WHERE id = 1");
  }

  private Frontier head(String sql) {
    return ask(
        sql,
        statement -> {},
        rows -> {
          if (!rows.next()) {
            throw new IllegalStateException("ledger_head has lost its only row");
          }
          return Frontier.of(rows.getLong(1), rows.getBytes(2));
        });
  }

  /**
   * Moves the head by these entries, which takes its lock until the transaction ends, and writes
   * them and what goes along with them, all in one question to the database. False, with nothing
   * written, if the head is not where the caller believed it.
   */
  boolean append(Frontier before, List<Appended> entries) {
    StringBuilder sql = new StringBuilder(APPEND);
    for (Appended each : entries) {
      sql.append(each == entries.get(0) ? ENTRY : NEXT + ENTRY);
      each.along().forEach(row -> sql.append(row.insert()).append("; "));
    }
    sql.append("END IF; SELECT moved; END");
    try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      int place = 1;
      for (Appended each : entries) {
        statement.setLong(place++, each.after().size());
        statement.setBytes(place++, each.after().bytes());
        if (each == entries.get(0)) {
          statement.setLong(place++, before.size());
          statement.setBytes(place++, before.bytes());
        }
        place = bind(statement, place, each.entry());
        for (RowAlong row : each.along()) {
          for (Object value : row.values()) {
            statement.setObject(place++, value);
          }
        }
      }
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getInt(1) == 1;
      }
    } catch (SQLException e) {
      throw new PersistenceException("the ledger could not be written: " + e.getMessage(), e);
    }
  }

  /**
   * Writes many entries, and what goes along with them, and moves the head, which the caller has
   * locked, over them one by one: it only ever grows by one entry.
   */
  void appendAll(List<Appended> entries) {
    String insert =
        "INSERT INTO ledger_entry (seq, kind, subject, text, leaf_hash, nodes, root_hash,"
            + " appended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    String move = "UPDATE ledger_head SET size = ?, frontier = ? WHERE id = 1 AND size = ?";
    try (PreparedStatement inserts = connection.prepareStatement(insert);
        PreparedStatement moves = connection.prepareStatement(move)) {
      for (Appended one : entries) {
        bind(inserts, 1, one.entry());
        inserts.addBatch();
        moves.setLong(1, one.after().size());
        moves.setBytes(2, one.after().bytes());
        moves.setLong(3, one.after().size() - 1);
        moves.addBatch();
      }
      inserts.executeBatch();
      moves.executeBatch();
      for (Appended one : entries) {
        insertAll(one.along());
      }
    } catch (SQLException e) {
      throw new PersistenceException("the ledger could not be written: " + e.getMessage(), e);
    }
  }

  private void insertAll(List<RowAlong> rows) throws SQLException {
    for (RowAlong row : rows) {
      try (PreparedStatement statement = connection.prepareStatement(row.insert())) {
        int place = 1;
        for (Object value : row.values()) {
          statement.setObject(place++, value);
        }
        statement.executeUpdate();
      }
    }
  }

  private static int bind(PreparedStatement statement, int from, StoredEntry entry)
      throws SQLException {
    int place = from;
    statement.setLong(place++, entry.seq());
    statement.setString(place++, entry.kind());
    statement.setString(place++, entry.subject());
    statement.setString(place++, entry.text());
    statement.setBytes(place++, entry.leafHash());
    statement.setBytes(place++, entry.nodes());
    statement.setBytes(place++, entry.rootHash());
    statement.setObject(place++, LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
    return place;
  }

  /** Entries from that one on, in order. */
  List<StoredEntry> from(long seq, int rows) {
    return entries(
        COLUMNS + "WHERE seq >= ? ORDER BY seq LIMIT ?",
        statement -> {
          statement.setLong(1, seq);
          statement.setInt(2, rows);
        });
  }

  List<StoredEntry> newest() {
    return entries(COLUMNS + "ORDER BY seq DESC LIMIT 1", statement -> {});
  }

  List<StoredEntry> about(String kind, String subject) {
    return entries(
        COLUMNS + "WHERE kind = ? AND subject = ? ORDER BY seq",
        statement -> {
          statement.setString(1, kind);
          statement.setString(2, subject);
        });
  }

  /** The hashes of complete subtrees, each from the row of the entry that completed it. */
  Map<Node, byte[]> nodes(Set<Node> wanted) {
    String places = wanted.stream().map(node -> "?").collect(Collectors.joining(", "));
    Map<Long, byte[][]> kept =
        ask(
            "SELECT seq, leaf_hash, nodes FROM ledger_entry WHERE seq IN (" + places + ")",
            statement -> {
              int place = 1;
              for (Node node : wanted) {
                statement.setLong(place++, node.completedBy());
              }
            },
            rows -> {
              Map<Long, byte[][]> found = new HashMap<>();
              while (rows.next()) {
                found.put(rows.getLong(1), new byte[][] {rows.getBytes(2), rows.getBytes(3)});
              }
              return found;
            });
    Map<Node, byte[]> hashes = new HashMap<>();
    for (Node node : wanted) {
      byte[][] row = kept.get(node.completedBy());
      if (row != null) {
        hashes.put(node, StoredEntry.node(node.level(), row[0], row[1]));
      }
    }
    return hashes;
  }

  private List<StoredEntry> entries(String sql, Binding binding) {
    return ask(
        sql,
        binding,
        rows -> {
          List<StoredEntry> found = new ArrayList<>();
          while (rows.next()) {
            found.add(
                new StoredEntry(
                    rows.getLong(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getBytes(5),
                    rows.getBytes(6),
                    rows.getBytes(7),
                    rows.getObject(8, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
          }
          return found;
        });
  }

  private <T> T ask(String sql, Binding binding, Reading<T> reading) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        return reading.read(rows);
      }
    } catch (SQLException e) {
      throw new PersistenceException("the ledger could not be read: " + e.getMessage(), e);
    }
  }

  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private interface Reading<T> {
    T read(ResultSet rows) throws SQLException;
  }
}
