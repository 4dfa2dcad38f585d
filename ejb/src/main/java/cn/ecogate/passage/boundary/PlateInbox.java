package cn.ecogate.passage.boundary;

import cn.ecogate.adapter.api.Picture;
import cn.ecogate.adapter.api.PlateListener;
import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.passage.control.EventKey;
import cn.ecogate.passage.control.SeenTime;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the cameras' sightings come in: puts them into the trade's words and hands them to the
 * desk.
 */
@MessageDriven
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PlateInbox implements PlateListener {

  private static final System.Logger LOG = System.getLogger(PlateInbox.class.getName());

  @Inject PassageDesk desk;
  @Inject SiteBook siteBook;

  /** An exception from the desk reaches the adapter, which brings the same sighting again. */
  @Override
  public void plateSeen(PlateSeen seen) {
    lane(seen).ifPresent(lane -> desk.arrive(arrival(seen, lane)));
  }

  /** The same for what a camera tells from its memory: recorded together, opening nothing. */
  @Override
  public void historySeen(List<PlateSeen> late) {
    List<Arrival> arrivals = new ArrayList<>();
    for (PlateSeen seen : late) {
      lane(seen).ifPresent(lane -> arrivals.add(arrival(seen, lane)));
    }
    desk.catchUp(arrivals);
  }

  private Optional<Lane> lane(PlateSeen seen) {
    Optional<Lane> lane =
        siteBook.site().lanes().stream()
            .filter(each -> each.camera().id().equals(seen.deviceId()))
            .findFirst();
    if (lane.isEmpty()) {
      LOG.log(
          Level.ERROR,
          "Camera {0} belongs to no lane of the site file; its event {1} is dropped",
          seen.deviceId(),
          seen.eventId());
    }
    return lane;
  }

  static Arrival arrival(PlateSeen seen, Lane lane) {
    Optional<PlateNumber> plate =
        seen.reading() == PlateSeen.Reading.READ
            ? PlateNumber.seen(seen.plate())
            : Optional.empty();
    return new Arrival(
        EventKey.ofDevice(seen.deviceId(), seen.eventId()),
        lane,
        Passage.Source.CAMERA,
        sighting(seen, plate),
        plate,
        color(seen.color()),
        seen.confidence(),
        SeenTime.of(seen.deviceTime(), seen.receivedAt(), seen.late())
            .truncatedTo(ChronoUnit.MILLIS),
        Optional.of(seen.deviceTime().truncatedTo(ChronoUnit.MILLIS)),
        seen.receivedAt().truncatedTo(ChronoUnit.MILLIS),
        seen.late(),
        picture(seen, Picture.Kind.SCENE),
        picture(seen, Picture.Kind.PLATE),
        Optional.of(seen.rawDigest()),
        Optional.empty(),
        seen.openedByCamera() ? Optional.of(Arrival.OPENED_BY_CAMERA) : Optional.empty());
  }

  /** What cannot be a plate was not read, whatever the camera believes. */
  private static Sighting sighting(PlateSeen seen, Optional<PlateNumber> plate) {
    if (seen.reading() == PlateSeen.Reading.NO_PLATE) {
      return Sighting.NO_PLATE;
    }
    return plate.isPresent() ? Sighting.READ : Sighting.UNREAD;
  }

  private static PlateColor color(PlateSeen.Color color) {
    return color == PlateSeen.Color.UNKNOWN ? PlateColor.OTHER : PlateColor.valueOf(color.name());
  }

  private static byte[] picture(PlateSeen seen, Picture.Kind kind) {
    return seen.pictures().stream()
        .filter(picture -> picture.kind() == kind)
        .findFirst()
        .map(Picture::bytes)
        .orElse(null);
  }
}
