package cn.ecogate.passage.boundary;

import static cn.ecogate.passage.Arrivals.TEN;
import static cn.ecogate.passage.Arrivals.aTruckAt;
import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Verdict;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.evidence.entity.Caption;
import cn.ecogate.passage.control.PassageDraft;
import cn.ecogate.passage.entity.PhotoDigests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CaptionClerkTest {

  private final List<String> captioned = new ArrayList<>();
  private final CaptionClerk clerk = new CaptionClerk();

  CaptionClerkTest() {
    clerk.photos =
        new PhotoArchive() {
          @Override
          public Optional<Path> captioned(String digest, Caption caption) {
            captioned.add(digest + " " + caption.plate() + " " + caption.gateNo());
            return Optional.empty();
          }
        };
  }

  @Test
  @DisplayName("While trucks come no picture is drawn; when it is quiet all are, once")
  void captionsWaitForQuiet() {
    at(TEN);
    clerk.take(
        PassageDraft.of(
            aTruckAt(TEN).arrival(),
            Optional.empty(),
            new PhotoDigests(Optional.of("scene"), Optional.of("plate")),
            new Decision(new Verdict.Admitted(), List.of()),
            TEN));
    clerk.work();
    assertThat(captioned).isEmpty();

    at(TEN.plus(CaptionClerk.QUIET).plusMillis(1));
    clerk.work();
    clerk.work();
    assertThat(captioned).containsExactly("scene 云A12345 A", "plate 云A12345 A");
  }

  private void at(Instant now) {
    clerk.clock = Clock.fixed(now, ZoneOffset.UTC);
  }
}
