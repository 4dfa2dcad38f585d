package cn.ecogate.adapter.api;

import jakarta.resource.Referenceable;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The application's way to its devices. */
public interface GateConnectionFactory extends Serializable, Referenceable {

  /**
   * Makes the held devices exactly these: new ones are linked, changed ones re-linked, missing ones
   * let go. Returns at once; links come up in their own time.
   *
   * @throws GateException if a spec is unusable; the message names the device and what to change,
   *     and nothing was done
   */
  void install(Collection<DeviceSpec> devices) throws GateException;

  /**
   * Says, before the first install, until when cameras were recorded: by each camera's own clock,
   * by its device's id. One that keeps a list of what it saw is asked for what came after.
   */
  void heardUntil(Map<String, Instant> newest);

  /** Leases the named device. Throws {@link GateException} if no such device is installed. */
  GateConnection connect(String deviceId) throws GateException;

  /** Every installed device's health, in order of id. */
  List<DeviceHealth> health();

  /** What went wrong with that device since its install; empty if it is not installed. */
  Optional<Diagnosis> diagnosis(String deviceId);

  /** The last known state of every installed barrier, in order of id. */
  List<BarrierReport> barriers();

  /** What every installed weighbridge shows, in order of id. */
  List<WeightReport> weights();
}
