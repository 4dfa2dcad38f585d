package cn.ecogate.uplink.boundary;

import cn.ecogate.site.entity.PlatformEntry;
import cn.ecogate.uplink.control.PlatformClient;
import cn.ecogate.uplink.control.Profile;
import cn.ecogate.uplink.control.ProfileMapping;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.RecordKind;
import cn.ecogate.uplink.entity.Subscription;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One platform of the site, ready to be spoken to, or the reason why it is not: a broken profile or
 * key stops the sending, never the gate.
 */
final class PlatformLink {

  private final PlatformEntry entry;
  private final Wire wire;
  private final String fault;
  private final AtomicBoolean sending = new AtomicBoolean();
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

  /** Held while records are sent: one sender per platform and node. */
  AtomicBoolean sending() {
    return sending;
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
