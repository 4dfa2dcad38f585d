package cn.ecogate.registry.control;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a register as an .xlsx file. Every cell is a text: what begins with {@code =} is shown and
 * never computed.
 */
public final class SheetWriter<T> implements AutoCloseable {

  /** Rows of an empty template that have drop-down lists. */
  private static final int ROWS_WITH_LISTS = 5_000;

  private static final String PROGRAM = "EcoGate";
  private static final String HEAD_COLOR = "D9E7F5";
  private static final int ROWS_IN_MEMORY = 500;

  private final SheetForm<T> form;
  private final Workbook book;
  private final Worksheet sheet;
  private int next = 1;

  public SheetWriter(SheetForm<T> form, OutputStream out) {
    this.form = form;
    this.book = new Workbook(out, PROGRAM, "1.0");
    this.sheet = book.newWorksheet(form.title());
    headings();
  }

  public void write(T row) throws IOException {
    int place = 0;
    for (Column<T> column : form.columns()) {
      String text = column.write().apply(row);
      if (text != null) {
        sheet.inlineString(next, place, text);
      }
      place++;
    }
    next++;
    if (next % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  /** Makes the file a template: drop-down lists, and a sheet that explains every column. */
  public void explain() {
    Worksheet words = book.newWorksheet("代码");
    Worksheet help = book.newWorksheet("填写说明");
    List<String> heads = List.of("列", "必填", "说明", "示例");
    for (int place = 0; place < heads.size(); place++) {
      help.value(0, place, heads.get(place));
      help.style(0, place).bold().set();
    }
    help.width(0, 24);
    help.width(2, 60);
    help.width(3, 32);
    int place = 0;
    for (Column<T> column : form.columns()) {
      help.value(place + 1, 0, column.header());
      help.value(place + 1, 1, column.required() ? "是" : "");
      help.value(place + 1, 2, explanation(column));
      help.value(place + 1, 3, column.example());
      if (!column.choices().isEmpty()) {
        list(words, place, column);
      }
      place++;
    }
    words.setVisibilityState(VisibilityState.HIDDEN);
  }

  private static String explanation(Column<?> column) {
    return column.choices().isEmpty() ? "空白表示不填；修改时空白表示不改" : "从下拉列表中选择，也可只填代码或名称";
  }

  private void list(Worksheet words, int place, Column<T> column) {
    int row = 0;
    for (String choice : column.choices()) {
      words.value(row++, place, choice);
    }
    sheet
        .range(1, place, ROWS_WITH_LISTS, place)
        .validateWithList(words.range(0, place, row - 1, place))
        .showErrorMessage(false);
  }

  private void headings() {
    int place = 0;
    for (Column<T> column : form.columns()) {
      sheet.value(0, place, column.header() + (column.required() ? " *" : ""));
      sheet.style(0, place).bold().fillColor(HEAD_COLOR).borderStyle(BorderStyle.THIN).set();
      sheet.width(place, Math.max(12, column.header().length() * 2 + 6));
      place++;
    }
    sheet.freezePane(0, 1);
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
