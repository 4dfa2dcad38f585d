package cn.ecogate.container;

import cn.ecogate.db.EmbeddedMariaDb;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the server needs before it starts: a database, a site file, the adapter, the archive. */
final class PlantOnDisk {

  private static final String SITE =
      """
      demo: true
      enterprise: {number: "530181000001", name: 容器测试厂}
      gates:
        - no: A
          name: 东门
          lanes:
            - barrier-no: "01"
              name: 一号进厂道
              direction: in
              camera: {driver: hikvision-stream, address: "http://127.0.0.1:9", user: admin, password: nobody, channel: "1"}
              barrier: {driver: modbus-relay, address: "tcp://127.0.0.1:9", unit: "1", timing: board-timed, pulse-ms: "700", open-coil: "0", close-coil: "1", loop-input: "0", up-input: "1", down-input: "2"}
      platforms:
        - {id: nobody, name: 无人应答, profile: yunnan, url: "http://127.0.0.1:9/access/", account: "530181000001", password: nobody, private-key: keys/nobody.pem}
      demo-data:
        vehicles:
          - {plate: 云A12345, color: YELLOW, type: H11, use: F, fuel: DIESEL, stage: CHINA_6, owner: 示范物流有限公司}
          - {plate: 云A99999, color: YELLOW, type: H11, use: F, fuel: DIESEL, stage: CHINA_6, owner: 示范物流有限公司}
        exceeding:
          - {plate: 云A99999, color: YELLOW, reason: 尾气超标, issued: 2026-11-01}
      """;

  private PlantOnDisk() {}

  /**
   * Starts the database, writes the server's settings, answers the application without its pages.
   */
  static WebArchive prepare() {
    try {
      Path plant = Files.createDirectories(Path.of(System.getProperty("ecogate.plant")));
      Path data = Files.createTempDirectory(plant, "data-");
      EmbeddedMariaDb database = EmbeddedMariaDb.start(data.resolve("db"), 0);
      Runtime.getRuntime().addShutdownHook(new Thread(database::close));
      Files.writeString(plant.resolve("site.yaml"), SITE);
      Files.writeString(
          plant.resolve("adapter.asadmin"), "deploy " + System.getProperty("ecogate.rar") + "\n");
      Files.writeString(
          plant.resolve("system.properties"),
          "ecogate.data-dir=%s%necogate.site-file=%s%necogate.db.url=%s%necogate.db.user=%s%necogate.db.password=%s%n"
              .formatted(
                  data,
                  plant.resolve("site.yaml"),
                  database.url(),
                  EmbeddedMariaDb.USER,
                  database.password()));
      return application();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The WAR's libraries. The doorkeeper stays out: he would send the test runner's own requests to
   * the sign-in page.
   */
  private static WebArchive application() {
    WebArchive whole =
        ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("ecogate.war")));
    WebArchive war = ShrinkWrap.create(WebArchive.class, "ROOT.war");
    whole
        .getContent(Filters.include("/WEB-INF/lib/.*\\.jar"))
        .forEach(
            (path, node) -> {
              String name = path.get().substring("/WEB-INF/lib/".length());
              if (name.startsWith("ecogate-ejb")) {
                JavaArchive ejb =
                    ShrinkWrap.create(ZipImporter.class, name)
                        .importFrom(node.getAsset().openStream())
                        .as(JavaArchive.class);
                ejb.delete("/cn/ecogate/account/boundary/Doorkeeper.class");
                war.addAsLibrary(ejb);
              } else if (!name.startsWith("primefaces") && !name.startsWith("ecogate-mobile")) {
                war.addAsLibrary(node.getAsset(), name);
              }
            });
    return war;
  }
}
