package cn.ecogate.registry.boundary;

import cn.ecogate.account.entity.Role.Names;
import cn.ecogate.registry.control.SheetReader;
import cn.ecogate.registry.entity.ImportRow;
import cn.ecogate.registry.entity.ImportRow.Kind;
import cn.ecogate.registry.entity.ImportState;
import cn.ecogate.registry.entity.Register;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Filling a register from a table: upload, look, confirm, report; only one's own uploads. */
@Stateless
@RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Imports {

  @Inject ImportDesk desk;
  @Resource SessionContext session;

  /** Begins to read a table and answers its id; nothing is written before {@link #write}. */
  public String upload(Register register, String fileName, InputStream file, long length)
      throws IOException {
    if (length > SheetReader.MOST_BYTES) {
      throw SheetReader.tooLarge();
    }
    return desk.begin(register, fileName, file.readNBytes(SheetReader.MOST_BYTES + 1), who());
  }

  public Optional<ImportState> state(String id) {
    return desk.job(id, who()).map(ImportJob::state);
  }

  /**
   * Rows of the preview.
   *
   * @param kind empty = all
   */
  public List<ImportRow> rows(String id, Optional<Kind> kind, int from, int most) {
    return desk.job(id, who()).map(ImportJob::preview).orElse(List.of()).stream()
        .filter(row -> kind.isEmpty() || row.kind() == kind.get())
        .skip(from)
        .limit(most)
        .toList();
  }

  /** Begins to write: every new and changed row, or the chosen ones. */
  public void write(String id, Optional<Set<Integer>> chosen) {
    desk.write(id, chosen, who());
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }
}
