package cn.ecogate.registry.control;

import static cn.ecogate.registry.control.VehicleExample.aTruck;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.registry.entity.ImportRow.Fault;
import cn.ecogate.registry.entity.ImportRow.Kind;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("车辆表格的读写")
class VehicleTableTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final SheetForm<Vehicle> FORM = VehicleSheet.form(TODAY);
  private static final List<String> HEADS =
      List.of("序号", "车架号", "车牌号码（必填）", "颜色", "排放标准", "燃料", "车型", "使用性质 *", "注册日期", "车队", "联网");

  @Test
  @DisplayName("现实中的表：列序不同、全角、标签或代码、日期或文本，都读得懂")
  void aTableFromRealLifeIsUnderstood() {
    SheetText read =
        new SheetReader<>(FORM)
            .read(
                table(
                    List.of("某某物流车辆台账"),
                    HEADS,
                    List.of("1", "１ＭＣ", "", "", "", "", "", "", "", "", ""),
                    List.of(
                        "2",
                        "１m8gdm9axkp042788",
                        "云a·12345",
                        "黄色",
                        "国Ⅵ",
                        "柴油",
                        "重型半挂牵引车",
                        "F",
                        TODAY.minusYears(4),
                        " 顺达 ",
                        "是")));
    assertThat(read.ignored()).containsExactly("序号");
    assertThat(read.rows()).extracting(SheetRow::number).containsExactly(3, 4);

    RowJudge<Vehicle> judge = new RowJudge<>(FORM);
    assertThat(judge.judge(judge.typed(read.rows().get(0)), Map.of()).row().faults())
        .extracting(Fault::column)
        .containsExactly("车辆识别代号");
    RowJudge.Judged<Vehicle> good = judge.judge(judge.typed(read.rows().get(1)), Map.of());
    assertThat(good.row().kind()).isEqualTo(Kind.NEW);
    Vehicle vehicle = good.checked().orElseThrow();
    assertThat(vehicle.getPlate()).isEqualTo("云A12345");
    assertThat(vehicle.getPlateColor()).isEqualTo(PlateColor.YELLOW);
    assertThat(vehicle.getStage()).isEqualTo(EmissionStage.CHINA_6);
    assertThat(vehicle.getVehicleType()).isEqualTo("Q11");
    assertThat(vehicle.getUse()).isEqualTo("F");
    assertThat(vehicle.getVin()).isEqualTo("1M8GDM9AXKP042788");
    assertThat(vehicle.getRegistered()).isEqualTo(TODAY.minusYears(4));
    assertThat(vehicle.getOwner()).isEqualTo("顺达");
    assertThat(vehicle.isTelematics()).isTrue();
  }

  @Test
  @DisplayName("一行里的每个错误都指明列和改法")
  void everyFaultOfARowIsNamed() {
    RowJudge<Vehicle> judge = new RowJudge<>(FORM);
    SheetRow row =
        new SheetRow(
            7,
            Map.of(
                "plate",
                "云A1",
                "plateColor",
                "紫",
                "stage",
                "国九",
                "registered",
                "去年",
                "telematics",
                "也许"));
    assertThat(judge.judge(judge.typed(row), Map.of()).row().faults())
        .extracting(Fault::column)
        .containsExactly("号牌号码", "号牌颜色", "排放阶段", "是否联网", "注册登记日期");
  }

  @Test
  @DisplayName("新增的行缺必填项，逐项说明；修改的行空白表示不改")
  void blanksAreAskedForOnlyInNewRows() {
    RowJudge<Vehicle> judge = new RowJudge<>(FORM);
    SheetRow row = new SheetRow(2, Map.of("plate", "云A12345", "plateColor", "黄", "stage", "国五"));
    assertThat(judge.judge(judge.typed(row), Map.of()).row().faults())
        .extracting(Fault::column)
        .containsExactly("车辆类型", "使用性质", "车辆识别代号", "燃料种类");

    RowJudge<Vehicle> again = new RowJudge<>(FORM);
    RowJudge.Judged<Vehicle> changed =
        again.judge(again.typed(row), Map.of("云A12345（黄）", aTruck()));
    assertThat(changed.row().kind()).isEqualTo(Kind.CHANGED);
    assertThat(changed.row().changes()).containsExactly("stage: 6 → 5");
    assertThat(changed.checked().orElseThrow().getListPhoto()).isEqualTo(aTruck().getListPhoto());
  }

  @Test
  @DisplayName("没有变化、换了号牌、同时像两辆车、表内重复，各是各的")
  void rowsAreToldApart() {
    Vehicle known = aTruck();
    Map<String, Vehicle> onFile = Map.of("云A12345（黄）", known, "VIN 1M8GDM9AXKP042788", known);
    assertThat(kind(Map.of("plate", "云A12345", "plateColor", "黄"), onFile))
        .isEqualTo(Kind.UNCHANGED);
    assertThat(
            kind(Map.of("plate", "云A67890", "plateColor", "黄", "vin", "1M8GDM9AXKP042788"), onFile))
        .isEqualTo(Kind.MOVED);
    Vehicle other = aTruck("云A67890", null);
    assertThat(
            kind(
                Map.of("plate", "云A67890", "plateColor", "黄", "vin", "1M8GDM9AXKP042788"),
                Map.of("云A67890（黄）", other, "VIN 1M8GDM9AXKP042788", known)))
        .isEqualTo(Kind.WRONG);

    RowJudge<Vehicle> judge = new RowJudge<>(FORM);
    Map<String, String> cells = Map.of("plate", "云A12345", "plateColor", "黄");
    judge.judge(judge.typed(new SheetRow(2, cells)), onFile);
    assertThat(judge.judge(judge.typed(new SheetRow(9, cells)), onFile).row().faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.sentence()).contains("与第 2 行重复"));
  }

  private static Kind kind(Map<String, String> cells, Map<String, Vehicle> onFile) {
    RowJudge<Vehicle> judge = new RowJudge<>(FORM);
    return judge.judge(judge.typed(new SheetRow(2, cells)), onFile).row().kind();
  }

  @Test
  @DisplayName("导出的表原样读回；等号开头的文字不会变成公式")
  void whatIsExportedIsReadBackAndNeverComputed() throws IOException {
    Vehicle truck = aTruck();
    truck.setOwner("=HYPERLINK(\"http://x\")");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SheetWriter<Vehicle> sheet = new SheetWriter<>(FORM, out)) {
      sheet.write(truck);
    }
    assertThat(part(out.toByteArray(), "xl/worksheets/sheet1.xml")).doesNotContain("<f>");

    SheetRow row = new SheetReader<>(FORM).read(out.toByteArray()).rows().get(0);
    RowJudge<Vehicle> judge = new RowJudge<>(FORM);
    RowJudge.Judged<Vehicle> again = judge.judge(judge.typed(row), Map.of("云A12345（黄）", truck));
    assertThat(again.row().kind()).isEqualTo(Kind.UNCHANGED);
  }

  @Test
  @DisplayName("模板有下拉列表和说明；空模板传回来，被告知没有数据")
  void theTemplateExplainsItself() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SheetWriter<Vehicle> sheet = new SheetWriter<>(FORM, out)) {
      sheet.explain();
    }
    assertThat(part(out.toByteArray(), "xl/worksheets/sheet1.xml")).contains("dataValidation");
    refused(out.toByteArray(), "sheet-empty", "没有数据");
  }

  @Test
  @DisplayName("xls、csv、坏文件、空文件、没有表头、缺号牌列、过大的文件，各有一句说明")
  void whatIsNoTableIsToldWhatToDo() {
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    refused(old, "sheet-old", "另存为 .xlsx");
    refused("号牌,颜色\n云A12345,黄".getBytes(StandardCharsets.UTF_8), "sheet-format", ".csv");
    refused(new byte[0], "sheet-empty", "请选择");
    byte[] good = table(HEADS, List.of("1"));
    refused(Arrays.copyOf(good, good.length / 2), "sheet-unreadable", "另存为 .xlsx");
    refused(table(List.of("甲", "乙"), List.of("1", "2")), "sheet-columns", "没有找到表头");
    refused(table(List.of("颜色", "燃料"), List.of("黄", "柴油")), "sheet-columns", "缺少“号牌号码”列");
    refused(new byte[SheetReader.MOST_BYTES + 1], "sheet-too-large", "最大 10 MB");
  }

  private static void refused(byte[] file, String code, String sentence) {
    assertThatThrownBy(() -> new SheetReader<>(FORM).read(file))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo(code);
              assertThat(rejected).hasMessageContaining(sentence);
            });
  }

  @SafeVarargs
  private static byte[] table(List<?>... rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("表");
      for (int row = 0; row < rows.length; row++) {
        for (int place = 0; place < rows[row].size(); place++) {
          Object value = rows[row].get(place);
          if (value instanceof LocalDate day) {
            sheet.value(row, place, day);
            sheet.style(row, place).format("yyyy-MM-dd").set();
          } else {
            sheet.value(row, place, (String) value);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String part(byte[] file, String name) throws IOException {
    try (ZipFile parts =
            ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
        InputStream part = parts.getInputStream(parts.getEntry(name))) {
      return new String(part.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
