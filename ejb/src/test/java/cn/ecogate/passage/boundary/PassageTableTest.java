package cn.ecogate.passage.boundary;

import static cn.ecogate.passage.Arrivals.TEN;
import static cn.ecogate.passage.Arrivals.aTruckAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Verdict;
import cn.ecogate.passage.control.PassageDraft;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageColumn;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.passage.entity.PhotoDigests;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a list shows can be taken away as a table, whole and in the chosen columns. */
class PassageTableTest {

  private long count = 450;

  @Test
  @DisplayName("导出的就是列表里的：所选各列，全部各页，货物在自己那一行")
  void everyRowInTheChosenColumns() throws IOException {
    List<PassageColumn> columns =
        List.of(PassageColumn.TIME, PassageColumn.PLATE, PassageColumn.TONNES);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    table().write(PassageFilter.any(), columns, out);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      List<Row> all = rows.toList();
      assertThat(all).hasSize(451);
      assertThat(texts(all.get(0))).containsExactly("通行时间", "号牌", "运输量（吨）");
      assertThat(texts(all.get(1))).containsExactly("2026-11-21 10:00:00", "云A10000", "30.500");
      assertThat(all.get(2).getCellText(1)).isEqualTo("云A10001");
      assertThat(all.get(450).getCellText(1)).isEqualTo("云A10449");
    }
  }

  @Test
  @DisplayName("超过一个文件能装的，一句话说明怎么办")
  void tooManyAreSaid() {
    count = PassageTable.MOST;
    table().check(PassageFilter.any());
    count = PassageTable.MOST + 1;
    assertThatThrownBy(() -> table().check(PassageFilter.any()))
        .isInstanceOfSatisfying(
            Rejected.class, why -> assertThat(why.code()).isEqualTo("export-too-many"))
        .hasMessageContaining("100,001")
        .hasMessageContaining("请缩短时间范围");
  }

  private static List<String> texts(Row row) {
    return row.stream().map(cell -> cell.getText()).toList();
  }

  private PassageTable table() {
    PassageTable table = new PassageTable();
    table.search = new Paged();
    table.loads =
        new LoadSearch() {
          @Override
          public Map<Long, Load> heldOf(Collection<Passage> passages) {
            Passage first = passage(0);
            Load load = new Load(first, 1, Load.Source.TYPED, TEN);
            load.setTonnes(new BigDecimal("30.500"));
            return Map.of(first.getId(), load);
          }
        };
    return table;
  }

  private static Passage passage(int number) {
    Passage passage =
        PassageDraft.of(
            aTruckAt(TEN.plusSeconds(number)).plate("云A" + (10_000 + number)).arrival(),
            Optional.empty(),
            new PhotoDigests(Optional.empty(), Optional.empty()),
            new Decision(new Verdict.Admitted(), List.of()),
            TEN);
    passage.setLedgerSeq(number);
    return passage;
  }

  /** Some hundred passages, page by page. */
  private final class Paged extends PassageSearch {

    @Override
    public long count(PassageFilter filter) {
      return count;
    }

    @Override
    public Slice<Passage> find(PassageFilter filter, String cursor, int rows) {
      int from = cursor == null ? 0 : Integer.parseInt(cursor);
      int to = (int) Math.min(count, from + rows);
      List<Passage> found =
          Stream.iterate(from, i -> i < to, i -> i + 1).map(PassageTableTest::passage).toList();
      return new Slice<>(found, to < count ? Optional.of(String.valueOf(to)) : Optional.empty());
    }
  }
}
