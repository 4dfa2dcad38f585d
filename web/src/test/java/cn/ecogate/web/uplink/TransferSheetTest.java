package cn.ecogate.web.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.uplink.entity.DayReport;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.RecordKind;
import cn.ecogate.uplink.entity.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("传输日报的表格文件")
class TransferSheetTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  @Test
  @DisplayName("合计、经过、漏传各一段；比率向下取整；像公式的内容不会被执行")
  void holdsSumsStoryAndGaps() {
    Tally part = new Tally(DAY, "A", RecordKind.PASSAGE, 10_000, 9_499, 1, 10_000, 9_999);
    DayReport report =
        new DayReport(
            "province",
            "省级平台",
            DAY,
            Tally.sum(DAY, List.of(part)),
            List.of(part),
            List.of("漏传 501 条，见下。"));
    Dispatch gap =
        new Dispatch(
            1,
            "province",
            "key",
            RecordKind.PASSAGE,
            7,
            "A01-1",
            "A",
            List.of(),
            Dispatch.State.BLOCKED,
            2,
            Instant.parse("2026-11-21T00:00:00Z"),
            Instant.EPOCH,
            Optional.empty(),
            Optional.of("=HYPERLINK(\"x\",\"y\")"));
    assertThat(TransferSheet.csv(report, List.of(gap)).lines())
        .containsExactly(
            "\uFEFF日期,平台,出入口,类别,产生,已传,待传,被拒,传输率,完整,完整率",
            "2026-11-21,省级平台,A,通行记录,10000,9499,500,1,94.99%,9999,99.99%",
            "2026-11-21,省级平台,合计,,10000,9499,500,1,94.99%,9999,99.99%",
            "",
            "漏传 501 条，见下。",
            "",
            "漏传编号,类别,出入口,产生时间,状态,次数,平台的答复",
            "A01-1,通行记录,A,2026-11-21 08:00:00,被拒,2,\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  }
}
