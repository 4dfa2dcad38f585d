package cn.ecogate.passage.boundary;

import static cn.ecogate.passage.Arrivals.TEN;
import static cn.ecogate.passage.Arrivals.aTruckAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.evidence.boundary.Keeping;
import cn.ecogate.evidence.boundary.PhotoArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PhotosUnderWayTest {

  private static final String DIGEST = "0".repeat(64);

  private final CompletableFuture<Void> disk = new CompletableFuture<>();
  private final PhotosUnderWay photos =
      PhotosUnderWay.of(
          aTruckAt(TEN).withPhoto(new byte[] {1}).arrival(),
          new PhotoArchive() {
            @Override
            public List<Keeping> keepSoon(List<byte[]> photos) {
              return List.of(new Keeping(CompletableFuture.completedFuture(DIGEST), disk));
            }
          });

  @Test
  @DisplayName("A photo is named before it is written, and is there when the disk says so")
  void namedBeforeItIsThere() {
    assertThat(photos.digests().scene()).contains(DIGEST);
    assertThat(photos.thereWithin(Duration.ZERO)).isFalse();
    disk.complete(null);
    assertThat(photos.thereWithin(Duration.ZERO)).isTrue();
    assertThat(photos.settled().digests().scene()).contains(DIGEST);
  }

  @Test
  @DisplayName("A photo the disk did not take is named no longer once all have settled")
  void aLostPhotoIsNotNamed() {
    disk.completeExceptionally(new UncheckedIOException(new IOException("磁盘已满")));
    assertThat(photos.thereWithin(Duration.ofHours(1))).isFalse();
    PhotosUnderWay settled = photos.settled();
    assertThat(settled.digests().scene()).isEmpty();
    assertThat(settled.thereWithin(Duration.ZERO)).isTrue();
  }

  @Test
  @DisplayName("A mistake of ours in the archive is no full disk")
  void aBugIsNotSwallowed() {
    disk.completeExceptionally(new IllegalStateException("no folder"));
    assertThatThrownBy(() -> photos.settled()).isInstanceOf(CompletionException.class);
  }
}
