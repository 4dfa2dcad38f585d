package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateCommand.CloseBarrier;
import cn.ecogate.adapter.api.GateCommand.LockClosed;
import cn.ecogate.adapter.api.GateCommand.LockOpen;
import cn.ecogate.adapter.api.GateCommand.OpenBarrier;
import cn.ecogate.adapter.api.GateCommand.Unlock;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.catalogue.Settings;
import cn.ecogate.adapter.wire.HikvisionGate;
import cn.ecogate.adapter.wire.HikvisionGate.Order;
import cn.ecogate.adapter.wire.WireException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

/**
 * A barrier on a Hikvision camera's terminals. Commands go over a connection of their own each, so
 * that an opening waits neither for the stream nor for a question about the state.
 */
final class HikvisionBarrier implements CameraBarrier {

  /** How often the camera is asked how the boom stands; after a failure it is given more peace. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private static final Duration PEACE = Duration.ofSeconds(10);

  /** A look must not hold up the stream of a camera that is in trouble. */
  private static final Duration LOOK_PATIENCE = Duration.ofSeconds(1);

  private static final int LONGEST_ANSWER = 16 * 1024;

  private final DeviceSpec spec;
  private final Desk desk;
  private final int channel;
  private final Duration patience;
  private final boolean closes;
  private final Boom boom;
  private CameraHttp looking;
  private long nextLook = System.nanoTime();

  HikvisionBarrier(DeviceSpec spec, Desk desk) {
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
      boom.openCommanded(desk.clock().instant());
      order(Order.OPEN);
    } else if (command instanceof CloseBarrier) {
      checkCloses();
      order(Order.CLOSE);
    } else if (command instanceof LockOpen) {
      boom.heldUp(true);
      lock(Order.OPEN);
    } else if (command instanceof LockClosed) {
      checkCloses();
      boom.heldUp(false);
      lock(Order.CLOSE);
    } else if (command instanceof Unlock) {
      order(Order.UNLOCK);
      boom.heldUp(false);
    } else {
      throw new GateException(spec.id() + "：道闸不能显示文字或播报语音");
    }
  }

  /** A locked barrier takes no other order: it is put where it is to stay, then locked. */
  private void lock(Order where) throws IOException {
    try {
      order(Order.UNLOCK);
      order(where);
      order(Order.LOCK);
    } catch (IOException notLocked) {
      boom.heldUp(false);
      throw notLocked;
    }
  }

  private void checkCloses() throws GateException {
    if (!closes) {
      throw new GateException(
          spec.id() + "：摄像机不报告地感，无法确认闸下无车，不落闸；若道闸控制器自带防砸，可将 close 设为 camera-guards");
    }
  }

  /** On a connection of its own, and never again: an unanswered opening may have opened. */
  private void order(Order order) throws IOException {
    try (CameraHttp camera = new CameraHttp(desk.address(), spec, desk.timings(), patience)) {
      byte[] answer = ask(camera, "PUT", HikvisionGate.path(channel), HikvisionGate.order(order));
      HikvisionGate.confirm(answer);
      desk.gauge().heard();
    } catch (SocketTimeoutException e) {
      throw new NoAnswer("在 " + patience.toSeconds() + " 秒内没有应答，是否已执行不得而知");
    }
  }

  /** Only whether it is there; how the boom stands is the next look's matter. */
  @Override
  public void knock() throws IOException {
    try (CameraHttp camera = new CameraHttp(desk.address(), spec, desk.timings(), patience)) {
      ask(camera, "GET", HikvisionGate.statusPath(channel), "");
      desk.gauge().heard();
    }
  }

  @Override
  public Optional<Duration> looksEvery() {
    return Optional.of(LOOK);
  }

  @Override
  public Optional<BarrierReport> look() {
    if (System.nanoTime() - nextLook < 0) {
      return Optional.empty();
    }
    nextLook = System.nanoTime() + LOOK.toNanos();
    if (looking == null) {
      looking = new CameraHttp(desk.address(), spec, desk.timings(), LOOK_PATIENCE);
    }
    try {
      return see();
    } catch (WireException e) {
      desk.gauge().misunderstood(e);
    } catch (IOException e) {
      desk.gauge().failed("道闸状态读不到：" + Words.of(e, desk.address()));
    }
    looking.close();
    looking = null;
    nextLook = System.nanoTime() + PEACE.toNanos();
    return Optional.empty();
  }

  private Optional<BarrierReport> see() throws IOException {
    byte[] answer = ask(looking, "GET", HikvisionGate.statusPath(channel), "");
    var position = HikvisionGate.status(answer);
    desk.gauge().heard();
    return boom.observe(position, false, desk.clock().instant());
  }

  private byte[] ask(CameraHttp camera, String method, String uri, String body) throws IOException {
    CameraHttp.Response response = camera.ask(method, uri, body);
    byte[] answer = response.body().readNBytes(LONGEST_ANSWER);
    int status = response.head().status();
    if (status == 401) {
      throw new GateException(spec.id() + "：摄像机不接受用户名或密码");
    } else if (status == 404) {
      throw new GateException(spec.id() + "：摄像机没有这个道闸（HTTP 404），请核对型号、固件和 channel");
    } else if (status != 200) {
      throw new GateException(spec.id() + "：摄像机拒绝了命令（HTTP " + status + "），请核对用户的“远程：控制”权限");
    }
    return answer;
  }

  @Override
  public void leave() {
    if (looking != null) {
      looking.close();
      looking = null;
    }
  }
}
