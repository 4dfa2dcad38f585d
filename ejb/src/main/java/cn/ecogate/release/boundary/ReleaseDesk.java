package cn.ecogate.release.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.GUARD;
import static cn.ecogate.account.entity.Role.Names.OFFICER;

import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.passage.boundary.LaneActs;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.release.control.ReleaseRules;
import cn.ecogate.release.entity.NewExemption;
import cn.ecogate.release.entity.NewRelease;
import cn.ecogate.release.entity.Release;
import cn.ecogate.release.entity.ReleaseOutcome;
import cn.ecogate.release.entity.Ruling;
import cn.ecogate.vocabulary.Rejected;
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
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where people let vehicles in: a guard what the rules could not decide, an approver what they
 * refused. Recorded first, then the barrier is told.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({ADMINISTRATOR, OFFICER, GUARD})
public class ReleaseDesk {

  private static final System.Logger LOG = System.getLogger(ReleaseDesk.class.getName());

  @Inject ReleaseBook book;
  @Inject ReleaseSearch search;
  @Inject PassageSearch passages;
  @Inject LaneActs acts;
  @Inject PhotoArchive photos;
  @Inject Clock clock;

  @Resource SessionContext session;

  /** So long an exemption waits for its answer. */
  @Inject
  @ConfigProperty(name = "ecogate.exemption-patience", defaultValue = "PT5M")
  Duration patience;

  /**
   * Lets in a vehicle that the rules asked about. {@code Rejected} says why it cannot be released;
   * nothing was written then. The same request again changes nothing and opens nothing.
   */
  public ReleaseOutcome release(NewRelease typed) {
    Instant now = now();
    NewRelease wanted = ReleaseRules.checked(typed);
    Optional<Release> earlier = search.byRequest(requestKey(wanted));
    if (earlier.isPresent()) {
      return went(earlier.get());
    }
    PassageStory story = story(wanted.passageId());
    ReleaseRules.guardMay(story.passage());
    Release release = draft(Release.Kind.GUARD, wanted, story, now);
    return open(book.release(release), story.passage(), now);
  }

  /** Asks that a refused vehicle be let in; approvers are told at once. */
  public Release ask(NewExemption typed) {
    Instant now = now();
    NewRelease wanted = ReleaseRules.checked(typed.wanted());
    Optional<Release> earlier = search.byRequest(requestKey(wanted));
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Instant promise = ReleaseRules.promise(typed, now);
    PassageStory story = story(wanted.passageId());
    ReleaseRules.exemptible(story.passage());
    return book.ask(
        draft(Release.Kind.EXEMPTION, wanted, story, now).until(now.plus(patience), promise));
  }

  /** Another person answers; if he says yes, the barrier opens for the vehicle that waits. */
  @RolesAllowed({ADMINISTRATOR, OFFICER})
  public ReleaseOutcome answer(long id, boolean approve, String typed) {
    Instant now = now();
    String words = ReleaseRules.answer(approve, typed);
    return book.answer(id, who(), approve, words)
        .match(
            granted -> open(granted.release(), passage(granted.release()), now),
            declined -> {
              acts.turnAway(passage(declined.release()), words);
              return new ReleaseOutcome.Declined(declined.release());
            },
            tooLate -> new ReleaseOutcome.TooLate(tooLate.release()));
  }

  /** Takes one's own request back; its state says whether something else was first. */
  public Release withdraw(long id) {
    return book.withdraw(id, who())
        .match(Ruling.Granted::release, Ruling.Declined::release, Ruling.TooLate::release);
  }

  /** Says how a promise to file was kept where the register does not show it. */
  @RolesAllowed({ADMINISTRATOR, OFFICER})
  public Release keepPromise(long id, String how) {
    return book.keepPromise(id, who(), how);
  }

  /** The record stands; what the barrier says to it is noted beside it. */
  private ReleaseOutcome open(Release release, Passage passage, Instant decided) {
    Acknowledgement answer =
        isLast(passage)
            ? acts.release(passage, decided)
            : new Acknowledgement(
                Acknowledgement.Outcome.SKIPPED, "未抬杆：记录放行时车道又来了一辆车，请值守人员到现场处理", now(), 0);
    return went(book.told(release.getId(), answer));
  }

  /** Another vehicle may have come while this one's release was written. */
  private boolean isLast(Passage passage) {
    return passages
        .newest(passage.getLaneId())
        .filter(newest -> newest.getId().equals(passage.getId()))
        .isPresent();
  }

  private static ReleaseOutcome went(Release release) {
    return release.getBarrierOutcome() == Acknowledgement.Outcome.DONE
        ? new ReleaseOutcome.Opened(release)
        : new ReleaseOutcome.NotOpened(release);
  }

  private Release draft(Release.Kind kind, NewRelease wanted, PassageStory story, Instant now) {
    Passage passage = story.passage();
    String number =
        passage.getSerialNo()
            + (kind == Release.Kind.GUARD ? "-R" : "-E" + (search.requests(passage.getId()) + 1));
    String why =
        story.answers().stream()
            .flatMap(answer -> answer.reason().stream())
            .map(reason -> reason.sentence())
            .collect(Collectors.joining("；"));
    return new Release(kind, requestKey(wanted), number, passage, why, now)
        .asked(who(), wanted.cause(), wanted.words(), kept(wanted));
  }

  /** A photo that cannot be kept does not stop the truck: the release is recorded without it. */
  private String kept(NewRelease wanted) {
    try {
      return wanted.photo() == null ? null : photos.keep(wanted.photo());
    } catch (UncheckedIOException full) {
      LOG.log(
          Level.ERROR,
          "The photo of a release of passage {0} could not be kept, it is recorded without: {1}",
          wanted.passageId(),
          full.getMessage());
      return null;
    }
  }

  private PassageStory story(long passageId) {
    return passages
        .story(passageId)
        .orElseThrow(() -> new Rejected("not-found", "", "没有编号为 " + passageId + " 的通行记录。"));
  }

  private Passage passage(Release release) {
    return story(release.getPassageId()).passage();
  }

  private String requestKey(NewRelease wanted) {
    return who() + "/" + wanted.key();
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
