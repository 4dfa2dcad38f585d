package cn.ecogate.release.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.GUARD;
import static cn.ecogate.account.entity.Role.Names.OFFICER;

import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.passage.boundary.PassageDesk;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.ManualEntry;
import cn.ecogate.registry.boundary.FilingDesk;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.release.control.LanePaper;
import cn.ecogate.release.control.ReleaseRules;
import cn.ecogate.release.control.ScannedPaper;
import cn.ecogate.release.entity.LaneFiled;
import cn.ecogate.release.entity.LaneFiling;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Vin;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a guard files a vehicle for the time being while it waits (临时备案), and has the rules decide
 * about it at once: filing first, then a passage as of any vehicle.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({ADMINISTRATOR, OFFICER, GUARD})
public class LaneFilingDesk {

  private static final System.Logger LOG = System.getLogger(LaneFilingDesk.class.getName());

  @Inject FilingDesk filings;
  @Inject PassageDesk passages;
  @Inject PassageSearch search;
  @Inject PhotoArchive photos;
  @Inject Clock clock;

  @Resource SessionContext session;

  /** So long a filing from the lane holds where the guard says nothing else. */
  @Inject
  @ConfigProperty(name = "ecogate.temporary-filing", defaultValue = "PT24H")
  Duration usually;

  /**
   * Files the vehicle and takes it through the rules; the passage settles the one that asked.
   * {@code Rejected} names the field; nothing was written then. The same request again opens
   * nothing a second time.
   */
  public LaneFiled file(LaneFiling typed) {
    ReleaseRules.key(typed.key());
    ReleaseRules.photo(typed.papers(), "papers");
    stillThere(typed);
    Optional<Vin> vin = ScannedPaper.vin(typed.scan()).or(() -> onPhoto(typed.papers()));
    Vehicle vehicle = LanePaper.vehicle(typed, vin, kept(typed));
    Instant until = typed.until() == null ? clock.instant().plus(usually) : typed.until();
    Vehicle filed = filings.fileTemporarily(vehicle, until, who());
    return new LaneFiled(
        filed,
        passages.enter(
            new ManualEntry(
                typed.key(),
                typed.laneId(),
                filed.getPlate(),
                filed.getPlateColor(),
                null,
                "临时备案",
                null),
            who()));
  }

  /**
   * The same request again finds its own passage there, and is let through to be answered again.
   */
  private void stillThere(LaneFiling typed) {
    boolean another =
        typed.passageId() != null
            && search
                .newest(typed.laneId())
                .filter(newest -> !newest.getId().equals(typed.passageId()))
                .filter(newest -> !who().equals(newest.getEnteredBy()))
                .isPresent();
    if (another) {
      throw new Rejected("vehicle-gone", "", "该车之后车道又来了一辆车，现在备案判定会让后车进入；请回到实时画面，按车道最新的通行处理。");
    }
  }

  /** The VIN in the code on a photo of the papers; empty if there is none. */
  public Optional<Vin> onPhoto(byte[] papers) {
    return papers == null ? Optional.empty() : ScannedPaper.code(papers).flatMap(ScannedPaper::vin);
  }

  /** A photo that cannot be kept does not stop the truck: the filing is made without it. */
  private Optional<String> kept(LaneFiling typed) {
    try {
      return Optional.ofNullable(typed.papers()).map(papers -> photos.keep(papers));
    } catch (UncheckedIOException full) {
      LOG.log(
          Level.ERROR,
          "The photo of the papers of {0} could not be kept, it is filed without: {1}",
          typed.plate(),
          full.getMessage());
      return Optional.empty();
    }
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }
}
