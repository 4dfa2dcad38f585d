package cn.ecogate.uplink.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.strategy.entity.ReceivedStrategy;
import cn.ecogate.uplink.control.Incoming.Rows;
import cn.ecogate.uplink.entity.Oddity;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.ReceivedViolation;
import cn.ecogate.vocabulary.PlateColor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A platform's rows in our words. */
class IncomingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static String yaml;
  private static Profile profile;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream file = Profile.class.getResourceAsStream("/profiles/yunnan.yaml")) {
      yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    profile = ProfileReader.read("yunnan", yaml);
  }

  @Test
  @DisplayName("数字、文字、列表都能读；日期可以带时间")
  void numbersTextsAndListsAreRead() {
    var rows =
        incoming(
                ReceiptKind.EXCEEDING,
                "{'plateNo':'云a·10001','plateColor':1,'issueDate':'2026-11-02 08:00:00'}")
            .listings(TODAY, Map.of());
    assertThat(rows.odd()).isEmpty();
    assertThat(rows.good().get(0).plate().text()).isEqualTo("云A10001");
    assertThat(rows.good().get(0).color()).isEqualTo(PlateColor.YELLOW);
    assertThat(rows.good().get(0).issued()).isEqualTo(LocalDate.of(2026, 11, 2));
    assertThat(rows.good().get(0).released()).isFalse();

    ReceivedStrategy strategy = strategy("'measures':['1','4']").good().get(0);
    assertThat(strategy.measures())
        .containsExactly(KnownMeasure.CHINA_3_HEAVY, KnownMeasure.TRANSPORT_STOPPED);
    assertThat(strategy.from()).isEqualTo(Instant.parse("2026-11-21T14:00:00Z"));
    assertThat(strategy.until()).isEmpty();
  }

  @Test
  @DisplayName("没写列入日期的，按今天")
  void anUndatedListingIsOfToday() {
    assertThat(
            incoming(ReceiptKind.EXCEEDING, "{'plateNo':'云A10001','plateColor':'1'}")
                .listings(TODAY, Map.of())
                .good()
                .get(0)
                .issued())
        .isEqualTo(TODAY);
  }

  @Test
  @DisplayName("没写列入日期而已在册的，日期不变，不会天天算作更新")
  void anUndatedListingKeepsItsDay() {
    LocalDate then = LocalDate.of(2026, 11, 2);
    assertThat(
            incoming(ReceiptKind.EXCEEDING, "{'plateNo':'云A10001','plateColor':'1'}")
                .listings(TODAY, Map.of("云A10001 1", then))
                .good()
                .get(0)
                .issued())
        .isEqualTo(then);
  }

  @Test
  @DisplayName("读不懂的结束时间不等于没有结束时间")
  void anEndThatCannotBeReadIsNotNoEnd() {
    Rows<ReceivedStrategy> rows = strategy("'endTime':'25:99'");
    assertThat(rows.good()).isEmpty();
    assertThat(rows.lost()).isTrue();
    assertThat(rows.odd())
        .extracting(Oddity::sentence)
        .containsExactly("第 1 条（CL-1）：endTime 的时间“25:99”读不懂；这一条未采用。");
  }

  @Test
  @DisplayName("撤销的策略不论起止")
  void aWithdrawalNeedsNoSpan() {
    assertThat(strategy("'endTime':'2026-11-01 00:00:00','withdrawn':'1'").good())
        .extracting(ReceivedStrategy::withdrawn)
        .containsExactly(true);
  }

  @Test
  @DisplayName("没有编号的通报，内容相同就是同一件")
  void aViolationWithoutNumberIsKnownByItsContent() {
    String row = "{'plateNo':'云A10001','plateColor':'1','reason':'国四'}";
    List<ReceivedViolation> twice =
        incoming(ReceiptKind.VIOLATION, row + "," + row).violations().good();
    assertThat(twice.get(0).number()).isEqualTo(twice.get(1).number());
  }

  @Test
  @DisplayName("说的条数与给的不一样，整份不用")
  void aListThatIsNotAsLongAsItSaysDoesNotCount() {
    Delivery delivery = delivery(ReceiptKind.STRATEGY, "{'data':{'list':[],'total':3}}");
    assertThat(delivery.fault()).contains("平台说共 3 条，只收到 0 条；列表不全，未采用，稍后再取");
    assertThat(delivery(ReceiptKind.STRATEGY, "{'data':{}}").fault())
        .contains("平台的回答里没有列表 data.list，未采用");
    assertThat(delivery(ReceiptKind.STRATEGY, "{'data':{'list':[1]}}").fault())
        .contains("平台的列表第 1 项不是一组字段，整个列表未采用");
  }

  @Test
  @DisplayName("配置写错的下发项，读配置时就说清楚")
  void aBrokenProfileIsToldWhenItIsRead() {
    assertThat(faults("{name: reason, to: reason}", "{name: reason, to: why}"))
        .anyMatch(fault -> fault.contains("超标车辆名单没有这一项"));
    assertThat(faults("      - {name: strategyNo, to: number}\n", ""))
        .anyMatch(fault -> fault.contains("没有给出 number"));
    assertThat(
            faults(
                "yes-no: {\"true\": \"1\", \"false\": \"0\"}",
                "yes-no: {\"true\": \"1\", \"false\": \"1\"}"))
        .anyMatch(fault -> fault.contains("对应本系统的两个代码，读不回来"));
    assertThat(faults("  violation:\n    endpoint", "  vehicles:\n    endpoint"))
        .anyMatch(fault -> fault.contains("不是下发的类别"));
  }

  private static List<String> faults(String before, String after) {
    assertThat(yaml).contains(before);
    try {
      ProfileReader.read("yunnan", yaml.replace(before, after));
      return List.of();
    } catch (BrokenProfile broken) {
      return broken.faults();
    }
  }

  private static Rows<ReceivedStrategy> strategy(String more) {
    return incoming(
            ReceiptKind.STRATEGY,
            "{'strategyNo':'CL-1','startTime':'2026-11-21 22:00:00'," + more + "}")
        .strategies("province");
  }

  private static Incoming incoming(ReceiptKind kind, String rows) {
    return new Incoming(profile, delivery(kind, "{'data':{'list':[" + rows + "]}}"));
  }

  private static Delivery delivery(ReceiptKind kind, String answer) {
    Delivery delivery = new Delivery(profile.receives().get(kind));
    delivery.take(new AnswerReading(profile.answer(), 200, answer.replace('\'', '"')));
    return delivery;
  }
}
