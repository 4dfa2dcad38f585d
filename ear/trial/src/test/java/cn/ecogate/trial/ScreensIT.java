package cn.ecogate.trial;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The back office in a real browser, with trucks arriving while people work. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScreensIT {

  private static final Duration START = Duration.ofMinutes(12);
  private static final double SOON = Duration.ofMinutes(3).toMillis();

  @TempDir static Path folder;

  private static TrialSite site;
  private static Program system;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    site = TrialSite.in(folder);
    system =
        Program.start(
            folder,
            "run",
            List.of(
                TrialSite.HOME.resolve("run").toString(),
                "--http-port=" + site.httpPort(),
                "--data-dir=" + site.dataDir(),
                "--site=" + site.file()));
    system.awaitWords("EcoGate 已就绪", START);
    browser = new Browser(site.httpPort());
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
    system.close();
  }

  private static Page officer() {
    return browser.signIn("officer", "demo-officer-1");
  }

  @Test
  @Order(1)
  @DisplayName("管理员第一次登录，只能先改密码；改好之后才到实时画面")
  void theAdministratorsFirstActIsANewPassword() throws Exception {
    String given = Files.readString(site.dataDir().resolve("initial-admin-password")).strip();
    Page page = browser.signIn("admin", given);
    page.navigate("/vehicles.xhtml");
    assertThat(page).hasURL(Pattern.compile(".*/password\\.xhtml"));
    page.fill("#oldPassword", "not-the-password");
    page.fill("#newPassword", "gate-of-the-plant-1");
    page.fill("#repeated", "gate-of-the-plant-1");
    page.click("#change");
    assertThat(page.locator(".ui-message-error-detail")).hasText("原密码不正确。");
    page.fill("#oldPassword", given);
    page.fill("#newPassword", "gate-of-the-plant-1");
    page.fill("#repeated", "gate-of-the-plant-1");
    page.click("#change");
    assertThat(page).hasURL(Pattern.compile(".*/live\\.xhtml"));
  }

  @Test
  @Order(2)
  @DisplayName("密码不对：一句话，仍在登录页；对了就到原来要去的页面")
  void aWrongPasswordIsOneSentenceAndTheRightOneLeadsOn() {
    Page page = browser.signIn("officer", "wrong");
    assertThat(page.locator("#messages")).containsText("用户名或密码不正确。");
    page.navigate("/devices.xhtml");
    page.fill("#user", "officer");
    page.fill("#password", "demo-officer-1");
    page.click("#enter");
    assertThat(page).hasURL(Pattern.compile(".*/devices\\.xhtml"));
    assertThat(page.locator(".device")).hasCount(12);
  }

  @Test
  @Order(3)
  @DisplayName("实时画面不用刷新，新到的车自己出现")
  void trucksAppearWithoutAReload() {
    Page page = officer();
    page.evaluate("window.neverReloaded = true");
    Locator newest = page.locator(".recent li a").first();
    newest.waitFor(new Locator.WaitForOptions().setTimeout(SOON));
    assertThat(newest)
        .not()
        .hasAttribute(
            "href",
            newest.getAttribute("href"),
            new LocatorAssertions.HasAttributeOptions().setTimeout(SOON));
    assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
    assertThat(page.locator(".lane .verdict").first()).isVisible();
  }

  @Test
  @Order(4)
  @DisplayName("禁行的车：筛选条件在网址里，逐条校验、照片与台账位置都在它的页面上")
  void aRefusedTruckTellsItsStory() {
    Page page = officer();
    page.locator(".recent-REFUSED").first().waitFor(new Locator.WaitForOptions().setTimeout(SOON));
    page.navigate("/passages.xhtml");
    page.selectOption("select[name=outcome]", "REFUSED");
    assertThat(page).hasURL(Pattern.compile(".*/passages\\.xhtml\\?outcome=REFUSED"));
    assertThat(page.locator(".chips")).containsText("禁行");
    page.locator("tr.row-REFUSED .rowlink").first().click();
    assertThat(page.locator(".object .verdict")).hasText("禁行");
    assertThat(page.locator(".object .reasons li").first()).isVisible();
    assertThat(page.locator(".answer")).hasCount(20);
    assertThat(page.locator(".answer-REFUSES").first()).containsText("HJ 1321-2023");
    assertThat(page.locator(".story")).containsText("已记入台账第");
    assertThat(page.evaluate("document.querySelector('.photos img').naturalWidth > 600"))
        .isEqualTo(true);
  }

  @Test
  @Order(5)
  @DisplayName("备案一辆车：错在哪一项，话就在哪一项；两人同时改，后一个被告知")
  void aMistakeIsToldAtItsFieldAndAStaleEditIsToldToo() {
    Page page = officer();
    page.navigate("/vehicle.xhtml");
    page.click("#save");
    assertThat(page.locator(".field:has(#plate) .ui-message")).hasText("请填写“车牌”。");
    page.fill("#plate", "云A1");
    page.selectOption("#plateColor", "YELLOW");
    page.fill("#vin", "LZZ5ELND5HD161001");
    page.selectOption("#vehicleType", "H11");
    page.selectOption("#use", "F");
    page.selectOption("#fuel", "DIESEL");
    page.selectOption("#stage", "CHINA_6");
    page.click("#save");
    assertThat(page.locator(".field:has(#plate) .ui-message")).containsText("不像号牌");
    page.fill("#plate", "云A8T558");
    page.fill("#owner", "示范车队");
    page.click("#save");
    assertThat(page.locator("#messages")).containsText("云A8T558 的备案已保存。");
    assertThat(page.locator("#owner")).hasValue("示范车队");
    Page other = page.context().newPage();
    other.navigate(page.url());
    other.fill("#owner", "甲车队");
    other.click("#save");
    assertThat(other.locator("#messages")).containsText("已保存");
    page.fill("#owner", "乙车队");
    page.click("#save");
    assertThat(page.locator("#messages")).containsText("他人修改");
  }

  @Test
  @Order(6)
  @DisplayName("值守员可以人工录入，不能改备案")
  void aGuardEntersByHandButDoesNotFile() {
    Page page = browser.signIn("guard", "demo-guard-1");
    page.navigate("/vehicles.xhtml");
    page.locator("#rows .rowlink").first().click();
    assertThat(page.locator(".object-name")).containsText("只有管理员和环保专员可以修改备案。");
    assertThat(page.locator("#save")).hasCount(0);
    page.navigate("/enter.xhtml?lane=A-01");
    page.fill("#plate", "云A99Z99");
    page.selectOption("#color", "YELLOW");
    page.click("#enter");
    assertThat(page.locator("#messages")).containsText("已录入并记入台账。");
    assertThat(page.locator(".object .verdict")).hasText("请值守处理");
    assertThat(page.locator(".story")).containsText("人工录入");
  }

  @Test
  @Order(7)
  @DisplayName("编写橙色预警：一点即成、读作一句、先试算；结束早于开始被退回；保存即生效，提前结束即恢复")
  void anOrangeAlertIsComposedTriedSetAndEnded() {
    Page page = officer();
    page.navigate("/strategy-form.xhtml");
    page.selectOption("#alert", "ORANGE");
    page.locator(".known button").nth(1).click();
    assertThat(page.locator("#spoken .spoken")).containsText("禁止国四及以下柴油、天然气重型货车入厂");
    assertThat(page.locator("#spoken .rehearsal .lead")).containsText("会禁行");
    page.fill("#until", "2020-01-01T00:00");
    page.click("#save");
    assertThat(page.locator(".field:has(#until) .ui-message")).hasText("管控策略的结束时间应晚于开始时间，请改正。");
    page.locator(".spans button").first().click();
    assertThat(page.locator("#until")).not().hasValue("2020-01-01T00:00");
    page.click("#save");
    assertThat(page.locator("#messages")).containsText("已保存");
    assertThat(page.locator(".strip .alert-ORANGE")).containsText("橙色预警");
    page.click("#end");
    assertThat(page.locator(".field:has(#why) .ui-message")).hasText("请填写提前结束的原因。");
    page.fill("#why", "演练结束");
    page.click("#end");
    assertThat(page.locator("#messages")).containsText("已结束");
    assertThat(page.locator(".strip .alert-NONE")).isVisible();
    assertThat(page.locator(".editions > li")).hasCount(2);
  }

  @Test
  @Order(8)
  @DisplayName("切换成英文后处处英文；键盘可到各页；没有脚本错误")
  void englishAndTheKeyboardReachEveryPage() {
    Page page = officer();
    page.locator("details.menu summary").click();
    page.locator("details.menu a[lang=en]").click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    page.waitForLoadState();
    for (String[] place :
        new String[][] {
          {"2", "Passages"}, {"3", "Vehicles on file"}, {"4", "Devices"}, {"5", "Uploads"}
        }) {
      page.keyboard().press(place[0]);
      assertThat(page.locator("h1").first()).hasText(place[1]);
      // Its keys work once its scripts have run.
      page.waitForLoadState();
      assertThat(page.locator("body")).not().containsText("???");
    }
    page.keyboard().press("?");
    assertThat(page.locator("#shortcuts")).isVisible();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @Order(9)
  @DisplayName("退出之后，页面要重新登录")
  void afterSigningOutNothingIsShown() {
    Page page = officer();
    page.locator("details.menu summary").click();
    page.locator("details.menu form button").click();
    assertThat(page).hasURL(Pattern.compile(".*/sign-in\\.xhtml"));
    page.navigate("/passages.xhtml");
    assertThat(page).hasURL(Pattern.compile(".*/sign-in\\.xhtml\\?wanted=.*"));
  }
}
