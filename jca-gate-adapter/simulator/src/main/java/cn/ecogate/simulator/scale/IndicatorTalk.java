package cn.ecogate.simulator.scale;

import cn.ecogate.simulator.line.Line;
import cn.ecogate.simulator.line.Mischief;
import cn.ecogate.simulator.line.Plug;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** An indicator in continuous mode: the weight ten times a second, whoever listens. */
public final class IndicatorTalk implements Plug.Talk {

  private static final int EVERY_MILLIS = 100;

  private final Indicator indicator;
  private final Weighbridge bridge;
  private final Mischief mischief;

  public IndicatorTalk(Indicator indicator, Weighbridge bridge, Mischief mischief) {
    this.indicator = indicator;
    this.bridge = bridge;
    this.mischief = mischief;
  }

  @Override
  public void hold(Line line) throws IOException {
    byte[] ignored = new byte[64];
    while (line.read(ignored, EVERY_MILLIS) >= 0) {
      long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
      mischief.send(line, lying -> indicator.frame(bridge.weight(now)));
    }
  }
}
