package cn.ecogate.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line may say. */
class OptionsTest {

  private static final Path HOME = Path.of("/home/somebody/ecogate");

  @Test
  @DisplayName("不带选项：8080 端口、脚本旁的 data 目录、演示站点、内置数据库、启动仿真")
  void defaults() {
    Options options = Options.parse(List.of(), HOME);
    assertThat(options.httpPort()).isEqualTo(8080);
    assertThat(options.dataDir()).isEqualTo(HOME.resolve("data"));
    assertThat(options.siteFile()).isEqualTo(HOME.resolve("docs/interfaces/demo-site.yaml"));
    assertThat(options.simulator()).isTrue();
    assertThat(options.databaseUrl()).isEmpty();
    assertThat(options.help()).isFalse();
  }

  @Test
  @DisplayName("两种写法 --x 值 与 --x=值 都认")
  void bothSpellings() {
    Options options =
        Options.parse(
            List.of(
                "--http-port=9090",
                "--data-dir",
                "/srv/eco",
                "--site=/etc/site.yaml",
                "--no-simulator",
                "--db",
                "jdbc:mariadb://h/e?user=u&password=p=q"),
            HOME);
    assertThat(options.httpPort()).isEqualTo(9090);
    assertThat(options.dataDir()).isEqualTo(Path.of("/srv/eco"));
    assertThat(options.siteFile()).isEqualTo(Path.of("/etc/site.yaml"));
    assertThat(options.simulator()).isFalse();
    assertThat(options.databaseUrl()).contains("jdbc:mariadb://h/e?user=u&password=p=q");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot 80|unknown option --prot",
        "data|unknown option data",
        "--http-port|--http-port needs a value",
        "--http-port --no-simulator|--http-port needs a value",
        "--http-port=|--http-port needs a value",
        "--http-port eighty|not eighty",
        "--http-port 65536|not 65536",
        "--http-port -1|not -1",
        "--no-simulator=yes|takes no value",
        "--site|--site needs a value"
      })
  @DisplayName("写错的选项用一句话拒绝")
  void refusals(String line, String sentence) {
    assertThatThrownBy(() -> Options.parse(List.of(line.split(" ")), HOME))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(sentence)
        .message()
        .doesNotContain("\n");
  }
}
