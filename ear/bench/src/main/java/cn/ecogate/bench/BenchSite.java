package cn.ecogate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The site file of the benchmark: lanes in and lanes out by turns, one for every camera and relay,
 * and some hundred filed trucks that come in, stay a while and leave.
 */
final class BenchSite {

  static final int TRUCKS = 200;

  private BenchSite() {}

  static String plate(int truck) {
    return String.format(Locale.ROOT, "云A1%04d", truck % TRUCKS);
  }

  /**
   * Who is the so-manieth to arrive, at the lane of that number: even ones come in, odd ones are
   * trucks of half a round ago that leave. A truck that came in twice would have to wait.
   */
  static String arriving(int number) {
    return plate(number % 2 == 0 ? number / 2 : number / 2 + TRUCKS / 2);
  }

  /** Trucks that no live arrival is, for what cameras tell from their memories. */
  static String stored(int number) {
    return plate(number).replace("云A1", "云A2");
  }

  /** Nobody answers there: the row for the platform is written, its sending is not measured. */
  static Path write(Path folder, List<Lane> lanes) throws IOException {
    return write(folder, lanes, "http://127.0.0.1:9/access/");
  }

  static Path write(Path folder, List<Lane> lanes, String platform) throws IOException {
    StringBuilder yaml = new StringBuilder();
    yaml.append("demo: true\nenterprise: {number: \"530181000001\", name: 基准测试厂}\ngates:\n");
    yaml.append("  - no: A\n    name: 基准门\n    lanes:\n");
    for (int i = 0; i < lanes.size(); i++) {
      yaml.append(
          String.format(
              Locale.ROOT,
              """
                    - barrier-no: "%02d"
                      name: %d 号道
                      direction: %s
                      camera: {driver: hikvision-stream, address: "http://127.0.0.1:%d", user: bench, password: bench, channel: "1"}
                      barrier: {driver: modbus-relay, address: "tcp://127.0.0.1:%d", unit: "1", timing: board-timed, pulse-ms: "700", open-coil: "0", close-coil: "1", loop-input: "0", up-input: "1", down-input: "2"}
              """,
              i + 1,
              i + 1,
              i % 2 == 0 ? "in" : "out",
              lanes.get(i).camera().port(),
              lanes.get(i).relay().port()));
    }
    yaml.append(
        "platforms:\n  - {id: bench, name: 基准平台, profile: yunnan, url: \""
            + platform
            + "\", account: \"530181000001\", password: bench, private-key: keys/bench.pem}\n");
    yaml.append("demo-data:\n  vehicles:\n");
    for (int truck = 0; truck < TRUCKS; truck++) {
      yaml.append(vehicle(plate(truck))).append(vehicle(stored(truck)));
    }
    yaml.append(
        "  strategies:\n    - {name: 日常管控, alert: NONE, heavy-only: true, fuels: [DIESEL,"
            + " NATURAL_GAS], worst: CHINA_3, measure: 国三及以下重型柴油、燃气货车禁止进厂}\n");
    return Files.writeString(folder.resolve("bench-site.yaml"), yaml);
  }

  private static String vehicle(String plate) {
    return String.format(
        Locale.ROOT,
        "    - {plate: %s, color: YELLOW, type: H11, use: F, fuel: DIESEL, stage: CHINA_6,"
            + " owner: 示范物流有限公司}%n",
        plate);
  }
}
