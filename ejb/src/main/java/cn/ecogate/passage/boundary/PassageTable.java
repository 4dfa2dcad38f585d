package cn.ecogate.passage.boundary;

import cn.ecogate.account.entity.Role.Names;
import cn.ecogate.passage.control.PassageCell;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageColumn;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Passages as an .xlsx file: exactly what a list's filters show, in the columns it shows. */
@Stateless
@RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER, Names.GUARD, Names.INSPECTOR, Names.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PassageTable {

  /** Half of what a table's program opens without complaint, and more than a busy month has. */
  public static final long MOST = 100_000;

  private static final int ROWS = 200;

  @Inject PassageSearch search;
  @Inject LoadSearch loads;

  /** {@code Rejected} if that is more than one file should hold. */
  public void check(PassageFilter filter) {
    long count = search.count(filter);
    if (count > MOST) {
      throw new Rejected(
          "export-too-many",
          "",
          String.format(Locale.ROOT, "符合条件的有 %,d 条，一次最多导出 %,d 条：请缩短时间范围或增加条件，分几次导出。", count, MOST));
    }
  }

  /** Read page by page, so that any number of rows needs no more memory than some hundred. */
  public void write(PassageFilter filter, List<PassageColumn> columns, OutputStream out)
      throws IOException {
    try (Workbook book = new Workbook(out, "EcoGate", "1.0")) {
      Worksheet sheet = book.newWorksheet("通行记录");
      for (int place = 0; place < columns.size(); place++) {
        sheet.value(0, place, columns.get(place).label());
        sheet.style(0, place).bold().set();
        sheet.width(place, Math.max(12, columns.get(place).label().length() * 2 + 6));
      }
      sheet.freezePane(0, 1);
      String cursor = null;
      int next = 1;
      do {
        Slice<Passage> slice = search.find(filter, cursor, ROWS);
        Map<Long, Load> held = loads.heldOf(slice.rows());
        for (Passage passage : slice.rows()) {
          row(sheet, next++, columns, passage, Optional.ofNullable(held.get(passage.getId())));
        }
        sheet.flush();
        cursor = slice.next().orElse(null);
      } while (cursor != null && next <= MOST);
    }
  }

  /** Every cell is a text, so that nothing in it is ever computed. */
  private static void row(
      Worksheet sheet, int row, List<PassageColumn> columns, Passage passage, Optional<Load> load) {
    for (int place = 0; place < columns.size(); place++) {
      String text = PassageCell.text(columns.get(place), passage, load);
      if (!text.isEmpty()) {
        sheet.inlineString(row, place, text);
      }
    }
  }
}
