package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.WeightReport;
import cn.ecogate.adapter.api.catalogue.Address;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A serial or TCP line on which one device speaks unasked: an indicator, a scanner, a reader. */
final class ListeningLink extends OwnedLink {

  /** How soon the end of the link, or the device's silence, is noticed. */
  private static final Duration GLANCE = Duration.ofMillis(200);

  private final Ear ear;

  ListeningLink(
      Address address, List<DeviceSpec> devices, Timings timings, Clock clock, Outlet outlet) {
    super(address, devices, timings);
    DeviceSpec spec = devices.get(0);
    Gauge gauge = new Gauge(spec.id(), clock, outlet::health);
    this.ear = Ears.of(spec, gauge, outlet, clock);
    gauge.introduce();
  }

  @Override
  protected void connectAndWork() throws IOException {
    try (Line line = Line.open(address, timings)) {
      ear.connected();
      byte[] piece = new byte[512];
      long lastByte = System.nanoTime();
      long stood = lastByte;
      while (!bell.closed()) {
        int got = line.read(piece, 0, piece.length, GLANCE);
        if (got > 0) {
          lastByte = System.nanoTime();
          ear.hear(piece, got);
        } else {
          line.checkThere();
        }
        ear.timePasses();
        long silent = System.nanoTime() - lastByte;
        if (ear.understood() || System.nanoTime() - stood > timings.silence().toNanos()) {
          proved();
        }
        if (ear.speaksAlways() && silent > timings.silence().toNanos()) {
          // The other side of a socket may be gone without a word; a converter may have moved.
          throw new IOException(timings.silence().toSeconds() + " 秒没有数据，重新连接；请检查仪表电源、连线和连续发送设置");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      bell.close();
    }
  }

  @Override
  protected void letGo() {
    // The line was closed where it was opened.
  }

  @Override
  protected void failed(String why) {
    ear.lost();
    ear.gauge().down(why);
  }

  @Override
  public void send(String deviceId, GateCommand command) throws GateException {
    throw new GateException(deviceId + "：只发送数据，不接受命令");
  }

  @Override
  protected List<Gauge> gauges() {
    return List.of(ear.gauge());
  }

  @Override
  public List<WeightReport> weights() {
    return ear.weight().stream().toList();
  }
}
