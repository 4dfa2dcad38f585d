package cn.ecogate.passage.control;

import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.NewLoad;
import cn.ecogate.passage.entity.PaperOutcome.CellFault;
import cn.ecogate.passage.entity.PaperSheet;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.site.entity.Site;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a paper sheet must say, cell by cell, and the arrivals it tells of. */
public final class PaperRules {

  /** Paper is entered when the outage is over, not next month. */
  public static final Duration OLDEST = Duration.ofDays(30);

  /** The same vehicle so soon in the same lane is the same passage, as a rule. */
  public static final Duration SAME = Duration.ofSeconds(120);

  private static final int LONGEST_NUMBER = 32;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_NOTE = 200;

  private PaperRules() {}

  /** Every fault that shows without looking anything up, in the sheet's order. */
  public static List<CellFault> faults(PaperSheet sheet, Site site, Instant now) {
    List<CellFault> faults = new ArrayList<>();
    head(sheet, faults);
    Set<Integer> numbers = new HashSet<>();
    for (PaperSheet.Line line : sheet.lines()) {
      if (line.line() < 1 || line.line() > 999 || !numbers.add(line.line())) {
        fault(faults, line, "line", "line-number", "行号应为表上的序号，每行不同");
      }
      lane(line, site, faults);
      time(line, now, faults);
      vehicle(line, faults);
      load(line, faults);
      if (text(line.note()).length() > LONGEST_NOTE) {
        fault(faults, line, "note", "note-long", "备注最多 " + LONGEST_NOTE + " 个字，请缩短");
      }
    }
    return faults;
  }

  /** One of its vehicles, as if it arrived late; only of a sheet without faults. */
  public static Arrival arrival(
      PaperSheet sheet, PaperSheet.Line line, Site site, String user, Instant now) {
    Optional<PlateNumber> plate =
        text(line.plate()).isEmpty()
            ? Optional.empty()
            : Optional.of(PlateNumber.of(text(line.plate())));
    return new Arrival(
        EventKey.ofPaper(sheet.number().strip(), line.line()),
        site.lane(line.laneId()).orElseThrow(),
        Passage.Source.GUARD,
        plate.isPresent() ? Sighting.READ : Sighting.NO_PLATE,
        plate,
        line.color() == null ? PlateColor.OTHER : line.color(),
        -1,
        line.seenAt().truncatedTo(ChronoUnit.MILLIS),
        Optional.empty(),
        now.truncatedTo(ChronoUnit.MILLIS),
        true,
        null,
        null,
        Optional.empty(),
        Optional.of(user),
        Optional.of(text(line.note())).filter(note -> !note.isEmpty()));
  }

  /** True if the sheet says what the vehicle carried. */
  public static boolean loaded(PaperSheet.Line line) {
    return line.tonnes() != null || !text(line.cargo()).isEmpty();
  }

  /** The amount as it may be kept. */
  public static BigDecimal tonnes(PaperSheet.Line line) {
    return LoadEntry.tonnes(new NewLoad(0, null, line.cargo(), line.tonnes()), Optional.empty());
  }

  private static void head(PaperSheet sheet, List<CellFault> faults) {
    String number = text(sheet.number());
    if (number.isEmpty()) {
      head(faults, "number", "sheet-missing", "请填写表号：它印在纸质表右上角，同一张表只能录入一次");
    } else if (number.length() > LONGEST_NUMBER || !number.matches("[\\p{L}\\p{N}._-]+")) {
      head(faults, "number", "sheet-shape", "表号最多 " + LONGEST_NUMBER + " 位，只用字母、数字和短横线");
    }
    String writer = text(sheet.writer());
    if (writer.isEmpty() || writer.length() > LONGEST_NAME) {
      head(faults, "writer", "writer-missing", "请填写当时在出入口记录的人，最多 " + LONGEST_NAME + " 个字");
    }
    if (sheet.lines().isEmpty()) {
      head(faults, "lines", "sheet-empty", "表中还没有一行，请从第一行填起");
    } else if (sheet.lines().size() > PaperSheet.MOST_LINES) {
      head(faults, "lines", "sheet-long", "一张表最多 " + PaperSheet.MOST_LINES + " 行，请分表录入");
    }
    byte[] scan = sheet.scan();
    if (scan != null
        && !(scan.length > 3 && (scan[0] & 0xFF) == 0xFF && (scan[1] & 0xFF) == 0xD8)) {
      head(faults, "scan", "photo-format", "扫描件不是 JPEG 格式，请改用 JPEG 后重新上传");
    }
  }

  private static void lane(PaperSheet.Line line, Site site, List<CellFault> faults) {
    if (text(line.laneId()).isEmpty()) {
      fault(faults, line, "lane", "lane-missing", "请选择车道");
    } else if (site.lane(line.laneId()).isEmpty()) {
      fault(faults, line, "lane", "lane-unknown", "没有车道 " + line.laneId());
    }
  }

  private static void time(PaperSheet.Line line, Instant now, List<CellFault> faults) {
    if (line.seenAt() == null) {
      fault(faults, line, "seenAt", "time-missing", "请填写时间，如 08:15");
    } else if (line.seenAt().isAfter(now)) {
      fault(faults, line, "seenAt", "time-ahead", "时间晚于现在，请核对日期和时间");
    } else if (line.seenAt().isBefore(now.minus(OLDEST))) {
      fault(faults, line, "seenAt", "time-old", "早于 " + OLDEST.toDays() + " 天前的不能再补录，请核对日期");
    }
  }

  private static void vehicle(PaperSheet.Line line, List<CellFault> faults) {
    if (text(line.plate()).isEmpty()) {
      return;
    }
    try {
      PlateNumber.of(text(line.plate()));
    } catch (Rejected malformed) {
      fault(faults, line, "plate", malformed.code(), malformed.getMessage());
    }
    if (line.color() == null) {
      fault(faults, line, "color", "color-missing", "请选择号牌颜色");
    }
  }

  private static void load(PaperSheet.Line line, List<CellFault> faults) {
    if (!loaded(line)) {
      return;
    }
    try {
      LoadEntry.cargo(new NewLoad(0, null, line.cargo(), line.tonnes()));
      tonnes(line);
    } catch (Rejected wrong) {
      fault(faults, line, wrong.field(), wrong.code(), wrong.getMessage());
    }
  }

  private static void head(List<CellFault> faults, String field, String code, String sentence) {
    faults.add(new CellFault(0, field, code, sentence, false));
  }

  private static void fault(
      List<CellFault> faults, PaperSheet.Line line, String field, String code, String sentence) {
    faults.add(new CellFault(line.line(), field, code, sentence, false));
  }

  private static String text(String text) {
    return text == null ? "" : text.strip();
  }
}
