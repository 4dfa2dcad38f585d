package cn.ecogate.site.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.api.catalogue.Catalogue;
import cn.ecogate.adapter.api.catalogue.DriverCard;
import cn.ecogate.site.entity.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("站点文件的说明页")
class SiteFilePageTest {

  private static final Path PAGE = Path.of("../docs/interfaces/site-file.md");
  private static final Path DRIVERS = Path.of("../docs/interfaces/drivers.md");
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  @DisplayName("页上的每个例子都能原样使用")
  void everyExampleOnThePageCanBeUsed() throws IOException {
    List<Site> sites = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
    while (example.find()) {
      Path file = Files.writeString(folder.resolve("site.yaml"), example.group(1));
      sites.add(SiteFile.read(file, folder));
    }
    assertThat(sites).extracting(site -> site.lanes().size()).containsExactly(1, 2);
    assertThat(sites).allMatch(site -> !site.demo());
  }

  static List<DriverCard> cards() {
    return Catalogue.cards();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cards")
  @DisplayName("每个驱动和它的每项设置都有说明")
  void everyDriverAndSettingIsDescribed(DriverCard card) throws IOException {
    String page = Files.readString(PAGE) + Files.readString(DRIVERS);
    assertThat(page).contains("`" + card.name() + "`");
    assertThat(card.settingNames()).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }
}
