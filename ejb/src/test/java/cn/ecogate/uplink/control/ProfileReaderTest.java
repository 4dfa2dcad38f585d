package cn.ecogate.uplink.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.ecogate.uplink.Vectors;
import cn.ecogate.uplink.entity.RecordKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("平台配置启动时就查清，错处逐条说明")
class ProfileReaderTest {

  @Test
  @DisplayName("随程序提供的云南配置没有错")
  void theDeliveredProfileIsSound() {
    assertThat(Vectors.yunnan().records().get(RecordKind.PASSAGE).endpoint())
        .isEqualTo("vehicleInOut");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer-through", "check-first"})
  @DisplayName("随程序提供的其余配置也没有错")
  void theOtherDeliveredProfilesAreSound(String name) {
    assertThat(ProfileReader.read(name, Vectors.profileText(name)).title()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: throughId, from: through-id | name: throughId, from: note | through 写了，而 passage 里没有取自 through-id 的字段",
        "name: content, from: base64       | name: size, from: bytes     | 没有取自 base64 或 data-url 的字段，照片本身没有发出",
        "name: site.gate,                  | name: site,                 | 字段 site 既有自己的值，又有下级",
        "as: number}                       | as: integer}                | 不能是“integer”；可用：text、number、yes-no",
        "fixed: password}                  | fixed: password, from: now} | 与 from 只能写一个",
        "list: true                        | list: maybe                 | 应为 true 或 false",
        "X-Client:                         | 'X Client':                 | 不是请求头的名字",
      })
  @DisplayName("别种平台才用的各项，写错了同样有一句说中")
  void faultsOfOtherShapesAreSaid(String right, String wrong, String sentence) {
    String text = Vectors.profileText("bearer-through");
    assertThat(text).contains(right);
    BrokenProfile broken =
        catchThrowableOfType(
            BrokenProfile.class,
            () -> ProfileReader.read("bearer-through", text.replaceFirst(quoted(right), wrong)));
    assertThat(broken.faults()).anySatisfy(fault -> assertThat(fault).contains(sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from: plate, default   | from: plat, default      | 写的是“plat”，通行记录没有这一项",
        "codes: fuel}           | codes: fules}            | codes 下没有这张表",
        "'\"5\": \"5\", \"6\": \"6\"}' | '\"5\": \"5\"}'   | 缺少代码 6 的对应值",
        "method: RSA2           | method: MD5              | 不能是“MD5”；可用：RSA2、SM2、none",
        "life-seconds: 7200     | life-seconds: soon       | 应为大于 0 的整数",
        "zone: Asia/Shanghai    | zone: Peking             | 不是时区",
        "yyyy-MM-dd HH:mm:ss    | yyyy-MM-dd qqqqqqq       | 不是时间格式",
        "transport: base64      | transport: base64, size: 5 | photos.size 不认识",
        "from: serial}          | from: gate}              | 没有取自 serial 的字段",
        "name: gateNo, from: gate} | name: serialNo, from: gate} | 字段 serialNo 写了两次",
        "profile: yunnan        | profile: guangxi         | 应与文件名相同",
        "passage: vehicleInOut  | other: vehicleInOut      | endpoints.passage 没有写",
        "endpoints:             | 'endpoints: ['           | 不是合法的 YAML",
      })
  @DisplayName("改坏一处，就有一句说中它")
  void everyFaultIsSaid(String right, String wrong, String sentence) {
    assertThat(Vectors.yunnanText()).contains(right);
    BrokenProfile broken = broken(Vectors.yunnanText().replaceFirst(quoted(right), wrong));
    assertThat(broken.faults())
        .anySatisfy(fault -> assertThat(fault).startsWith("平台配置 yunnan").contains(sentence));
  }

  @Test
  @DisplayName("几处错一次说全")
  void saysAllFaultsAtOnce() {
    String text =
        Vectors.yunnanText()
            .replace("zone: Asia/Shanghai", "zone: Peking")
            .replace("transport: base64", "transport: pigeon");
    assertThat(broken(text).faults()).hasSize(2);
  }

  private static BrokenProfile broken(String text) {
    return catchThrowableOfType(BrokenProfile.class, () -> ProfileReader.read("yunnan", text));
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text);
  }
}
