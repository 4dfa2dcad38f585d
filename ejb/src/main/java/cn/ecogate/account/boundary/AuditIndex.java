package cn.ecogate.account.boundary;

import cn.ecogate.account.control.AuditReading;
import cn.ecogate.ledger.boundary.RowAlong;
import cn.ecogate.ledger.boundary.WrittenAlong;
import cn.ecogate.ledger.entity.LedgerEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Notes for the search what a person did, in the statement that writes the entry itself. */
@ApplicationScoped
public class AuditIndex implements WrittenAlong {

  private static final String INSERT =
      "INSERT INTO audit_line (seq, kind, act, who, place, subject, at) VALUES (?, ?, ?, ?, ?, ?, ?)";

  @Override
  public List<RowAlong> rows(LedgerEntry entry) {
    return AuditReading.of(entry)
        .map(
            read ->
                List.of(
                    RowAlong.of(
                        INSERT,
                        entry.seq(),
                        entry.kind(),
                        read.act(),
                        read.who(),
                        read.place(),
                        entry.subject(),
                        LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC))))
        .orElse(List.of());
  }
}
