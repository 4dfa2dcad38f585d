package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateCommand.CloseBarrier;
import cn.ecogate.adapter.api.GateCommand.OpenBarrier;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.catalogue.Settings;
import cn.ecogate.adapter.wire.WireException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A barrier on a Dahua camera's relay ({@code trafficSnap.cgi}); the camera tells no state of it.
 */
final class DahuaBarrier implements CameraBarrier {

  private final DeviceSpec spec;
  private final Desk desk;
  private final int channel;
  private final Duration patience;
  private final boolean closes;
  private final Boom boom;

  DahuaBarrier(DeviceSpec spec, Desk desk) {
    Settings told = Settings.of(spec);
    this.spec = spec;
    this.desk = desk;
    this.channel = told.number("channel");
    this.patience = Duration.ofSeconds(told.number("timeout"));
    this.closes = told.text("close").equals("camera-guards");
    this.boom = new Boom(spec.id(), desk.clock().instant());
  }

  @Override
  public Gauge gauge() {
    return desk.gauge();
  }

  @Override
  public BarrierReport last() {
    return boom.last();
  }

  @Override
  public synchronized void obey(GateCommand command) throws IOException {
    if (command instanceof OpenBarrier) {
      once("openStrobe&channel=" + channel + "&info.openType=Normal&info.plateNumber=");
    } else if (command instanceof CloseBarrier) {
      if (!closes) {
        throw new GateException(
            spec.id() + "：摄像机不报告地感，无法确认闸下无车，不落闸；若道闸控制器自带防砸，可将 close 设为 camera-guards");
      }
      once("closeStrobe&channel=" + channel);
    } else {
      throw new GateException(spec.id() + "：大华摄像机控制的道闸只能抬杆和落杆，不能锁定、显示或播报");
    }
  }

  @Override
  public void knock() throws IOException {
    ask("/cgi-bin/magicBox.cgi?action=getDeviceType");
  }

  /** On a connection of its own, and never again: an unanswered opening may have opened. */
  private void once(String action) throws IOException {
    try {
      ask("/cgi-bin/trafficSnap.cgi?action=" + action);
    } catch (SocketTimeoutException e) {
      throw new NoAnswer("在 " + patience.toSeconds() + " 秒内没有应答，是否已执行不得而知");
    }
  }

  private void ask(String uri) throws IOException {
    try (CameraHttp camera = new CameraHttp(desk.address(), spec, desk.timings(), patience)) {
      CameraHttp.Response response = camera.ask("GET", uri, "");
      int status = response.head().status();
      String said = new String(response.body().readNBytes(512), StandardCharsets.UTF_8).strip();
      if (status == 401) {
        throw new GateException(spec.id() + "：摄像机不接受用户名或密码");
      } else if (status != 200) {
        throw new GateException(spec.id() + "：摄像机拒绝了命令（HTTP " + status + "），请核对型号、channel 和用户权限");
      } else if (said.startsWith("Error")) {
        throw new WireException(
            "摄像机回答 " + said.lines().findFirst().orElse(""), said.getBytes(StandardCharsets.UTF_8));
      }
      desk.gauge().heard();
    }
  }
}
