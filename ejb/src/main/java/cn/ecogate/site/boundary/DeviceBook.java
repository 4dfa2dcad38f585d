package cn.ecogate.site.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.OFFICER;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.catalogue.Address;
import cn.ecogate.adapter.api.catalogue.Catalogue;
import cn.ecogate.adapter.api.catalogue.DriverCard;
import cn.ecogate.adapter.api.catalogue.Fault;
import cn.ecogate.adapter.api.catalogue.Label;
import cn.ecogate.adapter.api.catalogue.Login;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.site.control.DeviceText;
import cn.ecogate.site.entity.Amendment;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.DeviceDraft;
import cn.ecogate.site.entity.KeptDevice;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where people add, change and remove devices. One change after the other: two that are well alone
 * could claim the same wire together. What changed is linked after the commit.
 */
@Singleton
@RolesAllowed({ADMINISTRATOR, OFFICER})
public class DeviceBook {

  private static final int LONGEST_ADDRESS = 200;
  private static final int LONGEST = 100;

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject SiteBook siteBook;
  @Inject DeviceVault vault;
  @Inject Ledger ledger;
  @Inject Clock clock;
  @Inject Event<Amendment> amended;

  @Resource SessionContext session;

  /** Everything that is wrong with what was typed, alone or beside its neighbours. */
  @Lock(LockType.READ)
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Fault> faults(DeviceDraft draft) {
    Device wanted = wanted(draft);
    List<Fault> faults = new ArrayList<>(tooLong(wanted));
    List<DeviceSpec> all = new ArrayList<>();
    siteBook.site().lanes().stream()
        .flatMap(lane -> lane.devices().stream())
        .filter(device -> !device.id().equals(wanted.id()))
        .filter(
            device -> siteBook.amendment(device.id()).flatMap(Amendment::whyNotLinked).isEmpty())
        .map(DeviceBook::spec)
        .forEach(all::add);
    // The last to come is the one that is told what it may not have.
    all.add(spec(wanted));
    Catalogue.faults(all).stream()
        .filter(fault -> fault.deviceId().equals(wanted.id()))
        .forEach(faults::add);
    if (Catalogue.card(wanted.driver())
        .filter(card -> !card.kind().name().equals(wanted.kind().name()))
        .isPresent()) {
      faults.add(
          fault(wanted, "driver", "这不是" + wanted.kind().label() + "的驱动", "is for another device"));
    }
    return faults;
  }

  /** Adds the device, or makes it so; {@code Rejected} names the first field that is wrong. */
  public void keep(DeviceDraft draft) {
    KeptDevice row = row(draft.laneId(), draft.kind(), draft.version());
    faults(draft).stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw new Rejected("device-fault", fault.field(), fault.words().chinese());
            });
    Optional<Device> before = current(draft.laneId(), draft.kind());
    Device wanted = wanted(draft);
    Device device =
        new Device(
            wanted.id(),
            wanted.kind(),
            wanted.driver(),
            Address.read(wanted.address()).orElseThrow().text(),
            wanted.user(),
            wanted.password(),
            wanted.settings());
    row.keep(device, vault.sealed(device));
    write(row, before.isPresent() ? "device-changed" : "device-added", before, Optional.of(device));
  }

  /** Takes the device away; a lane cannot do without its camera and barrier. */
  public void remove(String laneId, Device.Kind kind, long version) {
    if (kind == Device.Kind.CAMERA || kind == Device.Kind.BARRIER) {
      throw new Rejected("device-needed", "", "车道不能没有" + kind.label() + "，只能修改它；要取消整条车道，请改站点文件。");
    }
    KeptDevice row = row(laneId, kind, version);
    Optional<Device> before = current(laneId, kind);
    if (before.isEmpty()) {
      throw stale();
    }
    row.drop(Amendment.State.REMOVED);
    write(row, "device-removed", before, Optional.empty());
  }

  /** Forgets what was changed here: the device is as the site file has it. */
  public void followFile(String laneId, Device.Kind kind, long version) {
    KeptDevice row = row(laneId, kind, version);
    Optional<Device> file = siteBook.fromFile(laneId, kind);
    Optional<Device> before = current(laneId, kind);
    file.ifPresent(this::checkFits);
    row.drop(Amendment.State.FILE);
    write(row, "device-follows-file", before, file);
  }

  /** The file was checked by itself; beside what was changed here meanwhile it may not fit. */
  private void checkFits(Device device) {
    DeviceDraft asInFile =
        new DeviceDraft(
            device.id().substring(0, device.id().lastIndexOf('-')),
            device.kind(),
            device.driver(),
            device.address(),
            device.user(),
            device.password(),
            device.settings(),
            0);
    faults(asInFile).stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw new Rejected("device-fault", "", "站点文件中的" + fault.sentence() + "。");
            });
  }

  private KeptDevice row(String laneId, Device.Kind kind, long version) {
    if (siteBook.file().lane(laneId).isEmpty()) {
      throw new Rejected("lane-unknown", "", "没有车道 " + laneId + "。");
    }
    KeptDevice row = em.find(KeptDevice.class, kind.deviceId(laneId));
    if ((row == null ? 0 : row.getVersion()) != version) {
      throw stale();
    }
    return row == null ? new KeptDevice(laneId, kind) : row;
  }

  private static Rejected stale() {
    return new Rejected("stale-edit", "", "这台设备在您编辑期间已被他人修改，请重新打开，核对后再改。");
  }

  /** Last in the transaction: the ledger's head stays locked until its end. */
  private void write(KeptDevice row, String act, Optional<Device> before, Optional<Device> after) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<Device> file = siteBook.fromFile(row.getLaneId(), row.getKind());
    row.sign(who(), now, vault.mark(file));
    if (row.getVersion() == 0) {
      em.persist(row);
    }
    em.flush();
    ledger.append(
        "audit",
        "device:" + row.getId(),
        DeviceText.of(act, row.getId(), who(), now, before, after));
    amended.fire(vault.open(row, file));
  }

  /** As it will be, with the password it has if none was typed. */
  private Device wanted(DeviceDraft draft) {
    Login login = Catalogue.card(draft.driver()).map(DriverCard::login).orElse(Login.NONE);
    Optional<Device> before = current(draft.laneId(), draft.kind());
    boolean anonymous = login == Login.ACCOUNT && draft.user().isEmpty();
    String kept = login == Login.NONE || anonymous ? "" : before.map(Device::password).orElse("");
    return new Device(
        draft.deviceId(),
        draft.kind(),
        draft.driver(),
        draft.address(),
        draft.user(),
        draft.password().isEmpty() ? kept : draft.password(),
        draft.settings());
  }

  private Optional<Device> current(String laneId, Device.Kind kind) {
    return siteBook.site().lane(laneId).flatMap(lane -> lane.device(kind));
  }

  private static List<Fault> tooLong(Device device) {
    List<Fault> faults = new ArrayList<>();
    if (device.address().length() > LONGEST_ADDRESS) {
      faults.add(tooLong(device, "address", LONGEST_ADDRESS));
    }
    if (device.user().length() > LONGEST) {
      faults.add(tooLong(device, "user", LONGEST));
    }
    if (device.password().length() > LONGEST) {
      faults.add(tooLong(device, "password", LONGEST));
    }
    device
        .settings()
        .forEach(
            (name, value) -> {
              if (value.length() > LONGEST_ADDRESS) {
                faults.add(tooLong(device, name, LONGEST_ADDRESS));
              }
            });
    return faults;
  }

  private static Fault tooLong(Device device, String field, int most) {
    return fault(
        device, field, "最多 " + most + " 个字符，请缩短", "may have at most " + most + " characters");
  }

  private static Fault fault(Device device, String field, String chinese, String english) {
    return new Fault(device.id(), field, new Label(chinese, english));
  }

  private static DeviceSpec spec(Device device) {
    return new DeviceSpec(
        device.id(),
        device.driver(),
        device.address(),
        device.user(),
        device.password(),
        device.settings());
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }
}
