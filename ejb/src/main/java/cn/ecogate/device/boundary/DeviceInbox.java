package cn.ecogate.device.boundary;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceListener;
import cn.ecogate.adapter.api.TagSeen;
import cn.ecogate.adapter.api.WeightReport;
import cn.ecogate.adapter.api.WeightSeen;
import cn.ecogate.device.entity.TagKind;
import cn.ecogate.device.entity.TagRead;
import cn.ecogate.device.entity.WeightTaken;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Lane;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Where the adapter reports links and barriers, which go to the watch, and weights and tags. What
 * barriers do goes on to whoever observes {@link BarrierMoved}, weights and tags to observers of
 * {@link WeightTaken} and {@link TagRead}; an exception of theirs reaches the adapter, which brings
 * the same again.
 */
@MessageDriven
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeviceInbox implements DeviceListener {

  private static final System.Logger LOG = System.getLogger(DeviceInbox.class.getName());

  @Inject DeviceWatch watch;
  @Inject SiteBook siteBook;
  @Inject Event<WeightTaken> weights;
  @Inject Event<TagRead> tags;

  @Override
  public void healthChanged(DeviceHealth health) {
    watch.noteHealth(health);
  }

  @Override
  public void barrierMoved(BarrierReport report) {
    watch.noteBarrier(report);
  }

  @Override
  public void scaleMoved(WeightReport report) {
    watch.noteScale(report);
  }

  @Override
  public void weightSeen(WeightSeen seen) {
    lane(seen.deviceId())
        .ifPresent(
            lane ->
                weights.fire(
                    new WeightTaken(
                        lane,
                        seen.deviceId(),
                        seen.eventId(),
                        seen.at(),
                        seen.gross(),
                        seen.tare(),
                        seen.net(),
                        seen.stableFrames(),
                        seen.corrects(),
                        seen.rawDigest())));
  }

  @Override
  public void tagSeen(TagSeen seen) {
    lane(seen.deviceId())
        .ifPresent(
            lane ->
                tags.fire(
                    new TagRead(
                        lane,
                        seen.deviceId(),
                        seen.eventId(),
                        seen.at(),
                        TagKind.valueOf(seen.kind().name()),
                        seen.value(),
                        seen.text(),
                        seen.rawDigest())));
  }

  private Optional<String> lane(String deviceId) {
    Optional<String> lane =
        siteBook.site().lanes().stream()
            .filter(each -> each.devices().stream().anyMatch(d -> d.id().equals(deviceId)))
            .map(Lane::id)
            .findFirst();
    if (lane.isEmpty()) {
      LOG.log(Level.ERROR, "{0} belongs to no lane of the site; what it said is dropped", deviceId);
    }
    return lane;
  }
}
