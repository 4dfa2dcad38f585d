package cn.ecogate.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A site of many lanes in, each with a camera and a relay board, and some filed trucks. */
final class FloodSite {

  private static final int TRUCKS = 200;

  private FloodSite() {}

  static TrialSite in(Path folder, int lanes) throws IOException {
    StringBuilder yaml = new StringBuilder();
    yaml.append("demo: true\nenterprise: {number: \"530181000001\", name: 大流量测试厂}\ngates:\n");
    yaml.append("  - no: A\n    name: 测试门\n    lanes:\n");
    for (int lane = 1; lane <= lanes; lane++) {
      yaml.append(
          String.format(
              Locale.ROOT,
              """
                    - barrier-no: "%02d"
                      name: %d 号道
                      direction: in
                      camera: {driver: hikvision-stream, address: "http://127.0.0.1:%d", user: admin, password: demo-1}
                      barrier: {driver: modbus-relay, address: "tcp://127.0.0.1:%d", open-coil: "0", close-coil: "1", loop-input: "0", up-input: "1", down-input: "2"}
              """,
              lane,
              lane,
              18_000 + lane,
              18_100 + lane));
    }
    yaml.append("demo-data:\n  vehicles:\n");
    for (int truck = 0; truck < TRUCKS; truck++) {
      yaml.append(
          String.format(
              Locale.ROOT,
              "    - {plate: 云A1%04d, color: YELLOW, type: H11, use: F, fuel: DIESEL, stage: CHINA_6,"
                  + " owner: 示范物流有限公司}%n",
              truck));
    }
    return TrialSite.of(folder, Files.writeString(folder.resolve("flood.yaml"), yaml));
  }
}
