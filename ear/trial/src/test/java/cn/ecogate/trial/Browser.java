package cn.ecogate.trial;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium, and what it complained about. */
final class Browser implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** How long a page may take on a machine that does other things as well. */
  private static final double PATIENCE = Duration.ofSeconds(60).toMillis();

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final String base;
  private final List<String> complaints = new ArrayList<>();

  Browser(int httpPort) {
    base = "http://127.0.0.1:" + httpPort;
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
  }

  /** A person of one's own at the start page, with a session of one's own. */
  Page signIn(String user, String password) {
    BrowserContext person =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(1280, 900));
    person.setDefaultTimeout(PATIENCE);
    Page page = person.newPage();
    page.onPageError(error -> complaints.add(error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.navigate("/");
    page.fill("#user", user);
    page.fill("#password", password);
    page.click("#enter");
    return page;
  }

  /** Errors of scripts and of the content policy, over all pages. */
  List<String> complaints() {
    return complaints;
  }

  private static Path program() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No Chromium: apt-get install chromium"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
