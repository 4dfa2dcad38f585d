package cn.ecogate.registry.control;

import cn.ecogate.vocabulary.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads an .xlsx file's first sheet as rows of a register, whatever the order of its columns. */
public final class SheetReader<T> {

  public static final int MOST_BYTES = 10 * 1024 * 1024;
  public static final int MOST_ROWS = 50_000;

  /** A zip of ten megabytes may hold a thousand times as much. */
  private static final long MOST_UNPACKED = 300L * 1024 * 1024;

  /** People put a title and a remark above the headings. */
  private static final int HEADINGS_WITHIN = 10;

  /** Only its format tells a date from a number. */
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  private static final int LONGEST_CELL = 1_000;

  private final SheetForm<T> form;

  public SheetReader(SheetForm<T> form) {
    this.form = form;
  }

  public SheetText read(byte[] file) {
    checkKind(file);
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS)) {
      Sheet sheet = book.getFirstSheet();
      try (Stream<Row> rows = sheet.openStream()) {
        return read(rows.iterator());
      }
    } catch (IOException | RuntimeException unreadable) {
      if (unreadable instanceof Rejected known) {
        throw known;
      }
      throw new Rejected(
          "sheet-unreadable", "file", "这个文件打不开，可能已损坏或有密码。请在 Excel 或 WPS 中另存为 .xlsx 再传。");
    }
  }

  /** Refuses what is no .xlsx file, with what to do about it. */
  private static void checkKind(byte[] file) {
    if (file.length == 0) {
      throw new Rejected("sheet-empty", "file", "请选择要导入的 .xlsx 文件。");
    }
    if (file.length > MOST_BYTES) {
      throw tooLarge();
    }
    if (ReadableWorkbook.isOLE2Header(head(file))) {
      throw new Rejected(
          "sheet-old", "file", "这是旧格式的 .xls 文件（或有密码的文件）。请在 Excel 或 WPS 中另存为 .xlsx 再传。");
    }
    if (!ReadableWorkbook.isOOXMLZipHeader(head(file))) {
      throw new Rejected(
          "sheet-format", "file", "只能导入 .xlsx 文件。若是 .csv 或文本，请用 Excel 或 WPS 打开后另存为 .xlsx。");
    }
    checkUnpacked(file);
  }

  private static byte[] head(byte[] file) {
    return Arrays.copyOf(file, 8);
  }

  /** The refusal of a file that is too large, for callers who know it before they read. */
  public static Rejected tooLarge() {
    return new Rejected(
        "sheet-too-large",
        "file",
        "文件最大 " + MOST_BYTES / 1024 / 1024 + " MB、" + MOST_ROWS + " 行。请删去图片和多余的工作表，或分成几个文件。");
  }

  private static void checkUnpacked(byte[] file) {
    byte[] some = new byte[64 * 1024];
    long unpacked = 0;
    try (ZipFile parts =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
        try (InputStream bytes = parts.getInputStream(part)) {
          unpacked += length(bytes, some, MOST_UNPACKED - unpacked);
        }
        if (unpacked > MOST_UNPACKED) {
          throw tooLarge();
        }
      }
    } catch (IOException damaged) {
      throw new Rejected("sheet-unreadable", "file", "这个文件已损坏，请在 Excel 或 WPS 中打开、另存为 .xlsx 再传。");
    }
  }

  private static long length(InputStream part, byte[] some, long most) throws IOException {
    long length = 0;
    for (int read = part.read(some); read > 0 && length <= most; read = part.read(some)) {
      length += read;
    }
    return length;
  }

  private SheetText read(Iterator<Row> rows) {
    List<String> ignored = new ArrayList<>();
    Map<Integer, Column<T>> columns = headings(rows, ignored);
    List<SheetRow> read = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      SheetRow cells = cells(row, columns);
      if (!cells.cells().isEmpty()) {
        read.add(cells);
      }
      if (read.size() > MOST_ROWS) {
        throw tooLarge();
      }
    }
    if (read.isEmpty()) {
      throw new Rejected("sheet-empty", "file", "表头下面没有数据，请填写后再传。");
    }
    return new SheetText(read, ignored);
  }

  private Map<Integer, Column<T>> headings(Iterator<Row> rows, List<String> ignored) {
    for (int tried = 0; tried < HEADINGS_WITHIN && rows.hasNext(); tried++) {
      Row row = rows.next();
      Map<Integer, Column<T>> found = new LinkedHashMap<>();
      List<String> others = new ArrayList<>();
      for (int place = 0; place < row.getCellCount(); place++) {
        String heading = row.getOptionalCell(place).map(SheetReader::text).orElse("");
        Optional<Column<T>> column = heading.isBlank() ? Optional.empty() : form.column(heading);
        if (column.isPresent() && !found.containsValue(column.get())) {
          found.put(place, column.get());
        } else if (!heading.isBlank()) {
          others.add(heading);
        }
      }
      if (found.size() >= 2) {
        checkComplete(found);
        ignored.addAll(others);
        return found;
      }
    }
    throw new Rejected("sheet-columns", "file", "没有找到表头。请下载“" + form.title() + "”模板，把数据填在模板的列下面。");
  }

  /** The strongest heading is enough for changes; new rows are asked for the rest one by one. */
  private void checkComplete(Map<Integer, Column<T>> found) {
    Column<T> first = form.columns().get(0);
    if (!found.containsValue(first)) {
      String known = found.values().stream().map(Column::header).collect(Collectors.joining("、"));
      throw new Rejected(
          "sheet-columns", "file", "缺少“" + first.header() + "”列（找到了：" + known + "）。请对照模板补上这一列。");
    }
  }

  private SheetRow cells(Row row, Map<Integer, Column<T>> columns) {
    Map<String, String> cells = new LinkedHashMap<>();
    columns.forEach(
        (place, column) ->
            row.getOptionalCell(place)
                .map(SheetReader::text)
                .filter(text -> !text.isBlank())
                .ifPresent(text -> cells.put(column.name(), text)));
    return new SheetRow(row.getRowNum(), cells);
  }

  /** What a person sees in the cell; a date as 2022-06-17, a number without exponent. */
  private static String text(Cell cell) {
    String text;
    if (cell.getType() == CellType.NUMBER) {
      text = looksLikeDate(cell) ? date(cell) : plain(cell.asNumber());
    } else {
      text = cell.getText();
    }
    String whole = text == null ? "" : text.strip();
    return whole.length() > LONGEST_CELL ? whole.substring(0, LONGEST_CELL) : whole;
  }

  private static boolean looksLikeDate(Cell cell) {
    String format = cell.getDataFormatString();
    return format != null && format.matches("(?i).*[yd年日].*") && !format.startsWith("General");
  }

  private static String date(Cell cell) {
    LocalDateTime at = cell.asDate();
    return at.toLocalDate().toString();
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
