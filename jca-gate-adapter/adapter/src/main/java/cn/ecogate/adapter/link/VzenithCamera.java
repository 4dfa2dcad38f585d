package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand.AdmitAlone;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.catalogue.Settings;
import cn.ecogate.adapter.wire.JsonTree;
import cn.ecogate.adapter.wire.VzenithPacket;
import cn.ecogate.adapter.wire.VzenithSighting;
import cn.ecogate.adapter.wire.VzenithTalk;
import cn.ecogate.adapter.wire.WireException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The camera on a Vzenith line: hands on what it sees, fetches what it saw while we were away, and
 * keeps its own list in step.
 */
final class VzenithCamera {

  /** The camera decides by its own list when it has not heard from us for so long. */
  private static final int OFFLINE_AFTER_SECONDS = 2;

  /** How often it is told that we are here; two of three may be lost. */
  private static final Duration PRESENCE = Duration.ofMillis(600);

  /** So many unanswered requests for one record, and it is left behind. */
  private static final int STRIKES = 3;

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final DeviceSpec spec;
  private final VzenithLine line;
  private final Gauge gauge;
  private final Clock clock;
  private final Outlet outlet;
  private final Runnable closing;
  private final Timings timings;
  private final ZoneId zone;
  private final int catchUp;
  private final boolean keepsList;

  /** The last record known, -1 until the camera has told. */
  private long known = -1;

  private long next = 1;
  private long until;
  private int strikes;
  private long presence;
  private long paced;

  /** Plate and date of expiry, as the camera should have them; null until we were told. */
  private volatile Map<String, String> wanted;

  /** As the camera has them, null if that is to be asked. */
  private Map<String, String> held;

  VzenithCamera(
      DeviceSpec spec,
      VzenithLine line,
      Gauge gauge,
      Clock clock,
      Outlet outlet,
      Timings timings,
      Runnable closing) {
    Settings told = Settings.of(spec);
    this.spec = spec;
    this.line = line;
    this.gauge = gauge;
    this.clock = clock;
    this.outlet = outlet;
    this.timings = timings;
    this.closing = closing;
    this.zone = told.zone("zone");
    this.catchUp = told.number("catch-up");
    this.keepsList = told.text("white-list").equals("keep");
  }

  Gauge gauge() {
    return gauge;
  }

  /** The owner's greeting: vehicles first, so that none is missed in between. */
  void connected() throws IOException {
    line.ask("ivsresult", VzenithTalk::subscribe, timings.reply());
    held = null;
    strikes = 0;
    presence = System.nanoTime();
    paced = presence;
    if (keepsList) {
      line.ask(
          "reg_offline_check",
          id -> VzenithTalk.offlineCheck(id, OFFLINE_AFTER_SECONDS),
          timings.reply());
    }
    try {
      JsonTree answer =
          line.ask("get_max_rec_id", VzenithTalk::lastRecord, timings.reply()).document();
      missed(answer.number("max_id").orElse(0));
    } catch (VzenithLine.Refused e) {
      gauge.failed("固件不能取回断线期间的记录：" + e.getMessage());
    }
  }

  /** Which records we do not know, now that the camera says how many there are. */
  private void missed(long last) {
    if (next > until) {
      boolean begunAnew = last < known;
      next = known < 0 || begunAnew ? Math.max(1, last - catchUp + 1) : known + 1;
    }
    until = last;
    known = Math.max(last, Math.min(known, last));
  }

  /**
   * A turn of the owner's: one step of whatever is due. Records are fetched at a measured pace, so
   * that a live vehicle never waits behind a full queue of them.
   *
   * @return true if the next step may follow at once
   */
  boolean attend() throws IOException {
    long now = System.nanoTime();
    if (keepsList && now - presence > PRESENCE.toNanos()) {
      presence = now;
      line.tell(VzenithTalk::online);
    }
    if (next <= until) {
      if (now - paced < 0 || !outlet.roomForHistory(spec.id())) {
        return false;
      }
      paced = now + timings.poll().toNanos() / 2;
      fetch(next);
      return false;
    }
    return wanted != null && keepInStep(wanted);
  }

  void heard(VzenithPacket packet) throws WireException {
    VzenithSighting sighting = VzenithSighting.read(packet, zone);
    if (next > until) {
      known = Math.max(known, sighting.record());
    }
    // What the camera let through by itself is over: nothing is to be opened for it.
    hand(sighting, sighting.plate().offline() || sighting.plate().openedByCamera());
    try {
      line.tell(VzenithTalk::online);
    } catch (IOException e) {
      // The next read tells the owner.
      System.getLogger(VzenithCamera.class.getName()).log(System.Logger.Level.DEBUG, "online", e);
    }
  }

  private void fetch(long record) throws IOException {
    try {
      Optional<VzenithLine.Answer> answer =
          line.askUnlessBusy(
              "get_record", id -> VzenithTalk.record(record), record, timings.connect());
      if (answer.isEmpty()) {
        return;
      }
      VzenithSighting sighting = VzenithSighting.read(answer.get().packet(), zone);
      hand(sighting.pictures().isEmpty() ? withPicture(sighting, record) : sighting, true);
      fetched();
    } catch (VzenithLine.Refused e) {
      // Overwritten, or deleted by hand: there is nothing to fetch.
      fetched();
    } catch (WireException e) {
      gauge.misunderstood(e);
      fetched();
    } catch (NoAnswer e) {
      strikes++;
      if (strikes >= STRIKES) {
        gauge.failed("断线期间的记录 " + record + " 取不回来");
        fetched();
      }
    }
  }

  private void fetched() {
    next++;
    strikes = 0;
  }

  private VzenithSighting withPicture(VzenithSighting sighting, long record) throws IOException {
    try {
      Optional<VzenithLine.Answer> answer =
          line.askUnlessBusy(
              "get_image", id -> VzenithTalk.image(record), record, timings.connect());
      byte[] image = answer.map(a -> a.packet().behind()).orElse(new byte[0]);
      return image.length == 0 ? sighting : sighting.with(image);
    } catch (VzenithLine.Refused | NoAnswer e) {
      return sighting;
    }
  }

  private void hand(VzenithSighting sighting, boolean late) {
    try {
      gauge.heard();
      outlet.plate(sighting.seenBy(spec.id(), clock.instant(), late));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.run();
    }
  }

  /** Takes over the list that holds from now on; the owner brings the camera in step with it. */
  void admitAlone(AdmitAlone command) throws GateException {
    if (!keepsList) {
      throw new GateException(spec.id() + "：没有设置由本系统维护白名单（white-list: keep）");
    }
    String expiry = LOCAL.format(command.until().atZone(zone));
    Map<String, String> list = new HashMap<>();
    command.plates().forEach(plate -> list.put(plate, expiry));
    wanted = Map.copyOf(list);
  }

  /** One change at a time, what must go first; true if something was to be done. */
  private boolean keepInStep(Map<String, String> list) throws IOException {
    try {
      if (held == null) {
        held = ask(VzenithTalk::listAll).map(VzenithCamera::listed).orElse(null);
        return true;
      }
      Optional<String> surplus = held.keySet().stream().filter(p -> !list.containsKey(p)).findAny();
      if (surplus.isPresent()) {
        String plate = surplus.get();
        if (ask(id -> VzenithTalk.listDelete(id, plate)).isPresent()) {
          held.remove(plate);
        }
        return true;
      }
      Optional<Map.Entry<String, String>> missing =
          list.entrySet().stream()
              .filter(e -> !e.getValue().equals(held.get(e.getKey())))
              .findAny();
      if (missing.isPresent()) {
        String plate = missing.get().getKey();
        String expiry = missing.get().getValue();
        String now = LOCAL.format(LocalDateTime.ofInstant(clock.instant(), zone));
        if (ask(id -> VzenithTalk.listAdd(id, plate, now, expiry, code(plate))).isPresent()) {
          held.put(plate, expiry);
        }
      }
      return missing.isPresent();
    } catch (VzenithLine.Refused | NoAnswer e) {
      gauge.failed("摄像机白名单未能更新：" + e.getMessage());
      // Asked anew at the next change of the list: a refusal repeats itself.
      wanted = null;
      held = null;
      return false;
    }
  }

  private Optional<JsonTree> ask(java.util.function.UnaryOperator<String> command)
      throws IOException {
    return line.askUnlessBusy("white_list_operator", command, timings.connect())
        .map(VzenithLine.Answer::document);
  }

  private static Map<String, String> listed(JsonTree answer) {
    Map<String, String> list = new HashMap<>();
    for (JsonTree item : answer.at("dldb_rec").items()) {
      String plate = item.text("plate");
      if (!plate.isEmpty()) {
        // One that is switched off counts as one of another date: it is written anew.
        boolean on = item.number("enable").orElse(1) != 0;
        list.put(plate, on ? item.text("overdue_time") : "");
      }
    }
    return list;
  }

  /** The camera wants a code of at most 32 characters that no other plate has. */
  private static String code(String plate) {
    return "ecogate-"
        + java.util.HexFormat.of().toHexDigits(plate.hashCode())
        + "-"
        + plate.length();
  }
}
