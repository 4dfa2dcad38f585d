package cn.ecogate.uplink.boundary;

import cn.ecogate.site.entity.PlatformEntry;
import cn.ecogate.uplink.boundary.Outbox.Part;
import cn.ecogate.uplink.control.Breadth;
import cn.ecogate.uplink.control.PlatformClient;
import cn.ecogate.uplink.control.Profile;
import cn.ecogate.uplink.control.ProfileMapping;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.RecordKind;
import cn.ecogate.uplink.entity.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One platform of the site, ready to be spoken to, or the reason why it is not: a broken profile or
 * key stops the sending, never the gate.
 */
final class PlatformLink {

  /** So many lanes have a live record on the line at once; whatever the backlog does. */
  private static final int LIVE_PLACES = 3;

  private final PlatformEntry entry;
  private final Wire wire;
  private final String fault;
  private final Map<Part, Places> places =
      Map.of(Part.LIVE, new Places(), Part.BACKLOG, new Places());
  private final AtomicReference<Breadth> breadth = new AtomicReference<>(Breadth.FULL);
  private final AtomicBoolean beating = new AtomicBoolean();
  private final AtomicBoolean asking = new AtomicBoolean();

  /** All that is needed to talk. */
  record Wire(Profile profile, ProfileMapping mapping, PlatformClient client) {}

  private PlatformLink(PlatformEntry entry, Wire wire, String fault) {
    this.entry = entry;
    this.wire = wire;
    this.fault = fault;
  }

  static PlatformLink ready(PlatformEntry entry, Wire wire) {
    return new PlatformLink(entry, wire, null);
  }

  static PlatformLink faulty(PlatformEntry entry, String fault) {
    return new PlatformLink(entry, null, fault);
  }

  String id() {
    return entry.id();
  }

  PlatformEntry entry() {
    return entry;
  }

  Optional<Wire> wire() {
    return Optional.ofNullable(wire);
  }

  /** A platform whose profile is broken gets everything: what it wants is known when it is not. */
  boolean takes(RecordKind kind) {
    return wire == null || wire.profile().records().containsKey(kind);
  }

  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** Another sender of this node begins, if there is room; who begins has to leave. */
  boolean begin(Part part) {
    return places.get(part).take(most(part));
  }

  void leave(Part part) {
    places.get(part).leave();
  }

  /** The line turned out thinner than so many senders need. */
  boolean isCrowded(Part part) {
    return places.get(part).isCrowded(most(part));
  }

  /** A record's call took so long. */
  void took(Duration time) {
    breadth.updateAndGet(now -> now.after(time));
  }

  private int most(Part part) {
    return part == Part.LIVE ? LIVE_PLACES : breadth.get().places();
  }

  AtomicBoolean beating() {
    return beating;
  }

  /** How that is asked for, empty if its profile does not say. */
  Optional<Profile.ReceiveCall> call(ReceiptKind kind) {
    return Optional.ofNullable(wire).map(ready -> ready.profile().receives().get(kind));
  }

  /** True if it was not confirmed for longer than the profile allows. */
  boolean isOld(Subscription each, Instant now) {
    return call(each.getKind()).filter(call -> each.age(now).compareTo(call.old()) > 0).isPresent();
  }

  AtomicBoolean asking() {
    return asking;
  }
}
