package cn.ecogate.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.account.entity.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Every page and every act of the screens against every role; a new one has to be written down
 * first.
 */
class RoleMatrixTest {

  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path TABLE = Path.of("../docs/admin/rights.md");
  private static final String WHERE = "web/src/main/resources/cn/ecogate/web/rights.txt";

  /** Whatever a page lets the server do: actions, and listeners of polls, uploads and changes. */
  private static final Pattern ACT =
      Pattern.compile("(?:action|[a-zA-Z]*[lL]istener)=\"(#\\{[^\"]*})\"");

  private static final Set<Role> CHANGE_NOTHING = Set.of(Role.INSPECTOR, Role.AUDITOR);

  /** What changes nothing but the person's own way in, or only looks. */
  private static final Set<String> HARMLESS =
      Set.of(
          "signInScreen.signIn",
          "passwordScreen.change",
          "doorActs.end",
          "afterwards.tell",
          "ledgerScreen.verify");

  @Test
  @DisplayName("每个页面都写明谁能打开")
  void everyPageHasItsRoles() {
    Set<String> pages =
        files()
            .map(file -> "/" + PAGES.relativize(file))
            .filter(page -> !page.startsWith("/WEB-INF/"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(Rights.HOUSE.pages().keySet()).as(WHERE).isEqualTo(pages);
  }

  @Test
  @DisplayName("页面上的每个操作都写明谁能做")
  void everyActHasItsRoles() {
    Set<String> acts =
        files()
            .flatMap(file -> ACT.matcher(read(file)).results())
            .map(hit -> Rights.act(hit.group(1)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(acts).hasSizeGreaterThan(15);
    assertThat(Rights.HOUSE.acts().keySet()).as(WHERE).isEqualTo(acts);
  }

  @Test
  @DisplayName("核查员和审计员什么也改不了；只有管理员管账户")
  void thoseWhoLookChangeNothing() {
    Map<String, Set<Role>> acts = Rights.HOUSE.acts();
    assertThat(acts)
        .allSatisfy(
            (act, roles) -> {
              if (!HARMLESS.contains(act) && !act.startsWith("inspection")) {
                assertThat(roles).as(act).doesNotContainAnyElementsOf(CHANGE_NOTHING);
              }
              if (act.startsWith("account")) {
                assertThat(roles).as(act).containsExactly(Role.ADMINISTRATOR);
              }
            });
  }

  @Test
  @DisplayName("没有写明的页面和操作，谁也不能用")
  void whatIsNotNamedIsClosed() {
    assertThat(Rights.HOUSE.opens("/nowhere.xhtml", role -> true)).isFalse();
    assertThat(Rights.HOUSE.allows("#{nobody.knows}", role -> true)).isFalse();
    assertThat(Rights.HOUSE.allows("#{barrierScreen.tell('OPEN')}", "guard"::equals)).isTrue();
    assertThat(Rights.HOUSE.allows("#{barrierScreen.tell('OPEN')}", "auditor"::equals)).isFalse();
  }

  @Test
  @DisplayName("写错的角色、写了两遍的操作不算数")
  void aWrongTableIsNoTable() {
    assertThatThrownBy(() -> Rights.of("act a.b gatekeeper")).hasMessageContaining("gatekeeper");
    assertThatThrownBy(() -> Rights.of("act a.b guard\nact a.b officer"))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> Rights.of("act a.b")).hasMessageContaining("without a role");
  }

  @Test
  @DisplayName("docs/admin/rights.md 与此表一致")
  void theDocumentSaysTheSame() throws IOException {
    if (Boolean.getBoolean("ecogate.write-docs")) {
      Files.writeString(TABLE, table());
    }
    assertThat(Files.readString(TABLE))
        .as(
            "docs/admin/rights.md differs from "
                + WHERE
                + ". If the change is meant: mvn test -pl web -am -Dtest=RoleMatrixTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Decogate.write-docs=true")
        .isEqualTo(table());
  }

  private static String table() {
    StringBuilder text =
        new StringBuilder(
            """
            # 权限表 (rights)

            本表由测试 `RoleMatrixTest` 从 `%s` 打印，不一致则测试失败；请勿手工修改。
            没有列出的页面和操作对所有人关闭。接口（REST）各方法的角色见 `/openapi` 和 [rest.md](../interfaces/rest.md)。

            """
                .formatted(WHERE));
    rows(text, "页面", Rights.HOUSE.pages());
    rows(text, "操作", Rights.HOUSE.acts());
    return text.toString().stripTrailing() + "\n";
  }

  private static void rows(StringBuilder text, String head, Map<String, Set<Role>> rights) {
    List<Role> roles = Arrays.asList(Role.values());
    text.append("| ").append(head).append(" |");
    roles.forEach(role -> text.append(' ').append(role.label()).append(" |"));
    text.append("\n|---|").append(":-:|".repeat(roles.size())).append('\n');
    rights.forEach(
        (what, allowed) -> {
          text.append("| `").append(what).append("` |");
          roles.forEach(role -> text.append(allowed.contains(role) ? " ✓ |" : "  |"));
          text.append('\n');
        });
    text.append('\n');
  }

  private static Stream<Path> files() {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".xhtml")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
