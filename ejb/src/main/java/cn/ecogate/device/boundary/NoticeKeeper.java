package cn.ecogate.device.boundary;

import cn.ecogate.adapter.api.catalogue.Settings;
import cn.ecogate.device.boundary.GateControl.Tone;
import cn.ecogate.device.control.NoticeText;
import cn.ecogate.device.entity.Acknowledgement.Outcome;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.device.entity.Posted;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.strategy.boundary.Strategies;
import cn.ecogate.strategy.entity.ControlStrategy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps every notice board's text: at once when what is in force, the enterprise or the board
 * changes, when its line is new, and from time to time, because a board forgets without a word.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeKeeper {

  /** A board that lost its power and not its serial server shows nothing until it is told again. */
  static final Duration AGAIN = Duration.ofMinutes(10);

  /** A board that does not answer is left alone for so long. */
  static final Duration PEACE = Duration.ofSeconds(15);

  private static final System.Logger LOG = System.getLogger(NoticeKeeper.class.getName());

  @Inject SiteBook siteBook;
  @Inject Strategies strategies;
  @Inject DeviceWatch watch;
  @Inject GateControl gate;
  @Inject Clock clock;

  private final Map<String, Standing> standing = new ConcurrentHashMap<>();

  /** A text on a board, whose line is up since then. */
  private record Standing(Device board, Posted posted, Optional<Instant> line) {}

  /** What that lane's notice board was told last; empty before that. */
  public Optional<Posted> posted(String laneId) {
    return Optional.ofNullable(standing.get(laneId)).map(Standing::posted);
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void work() {
    List<Lane> lanes =
        siteBook.site().lanes().stream().filter(lane -> lane.noticeBoard().isPresent()).toList();
    standing.keySet().retainAll(lanes.stream().map(Lane::id).toList());
    if (lanes.isEmpty()) {
      return;
    }
    try {
      List<ControlStrategy> inForce = strategies.inForce(clock.instant());
      List<DeviceStatus> devices = watch.devices();
      lanes.forEach(lane -> keep(lane, inForce, devices));
    } catch (RuntimeException noDatabase) {
      // What stands on the boards stands.
      LOG.log(Level.DEBUG, "what is in force cannot be read now", noDatabase);
    }
  }

  private void keep(Lane lane, List<ControlStrategy> inForce, List<DeviceStatus> devices) {
    Device board = lane.noticeBoard().orElseThrow();
    Settings told = Settings.of(DeviceInstaller.spec(board));
    NoticeText text =
        NoticeText.of(
            siteBook.site().enterprise(), inForce, told.number("lines"), told.number("width"));
    Optional<Instant> line =
        devices.stream()
            .filter(status -> status.device().id().equals(board.id()))
            .map(DeviceStatus::since)
            .findFirst();
    Instant now = clock.instant();
    Standing last = standing.get(lane.id());
    if (last != null && stays(last, board, text, line, now)) {
      return;
    }
    Outcome outcome =
        gate.post(lane.id(), text.lines(), text.calm() ? Tone.ADMIT : Tone.ATTENTION).outcome();
    standing.put(
        lane.id(),
        new Standing(board, new Posted(text.lines(), outcome == Outcome.DONE, now), line));
  }

  private static boolean stays(
      Standing last, Device board, NoticeText text, Optional<Instant> line, Instant now) {
    Posted posted = last.posted();
    if (!posted.shown()) {
      return posted.at().plus(PEACE).isAfter(now);
    }
    return last.board().equals(board)
        && posted.lines().equals(text.lines())
        && last.line().equals(line)
        && posted.at().plus(AGAIN).isAfter(now);
  }
}
