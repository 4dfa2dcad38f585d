package cn.ecogate.passage.boundary;

import cn.ecogate.evidence.boundary.Keeping;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.PhotoDigests;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The photos of one arrival: named and written to the disk by others while its record is made. */
public final class PhotosUnderWay {

  private static final System.Logger LOG = System.getLogger(PhotosUnderWay.class.getName());

  private final String eventKey;
  private final Optional<Keeping> scene;
  private final Optional<Keeping> plateCut;

  private PhotosUnderWay(String eventKey, Optional<Keeping> scene, Optional<Keeping> plateCut) {
    this.eventKey = eventKey;
    this.scene = scene;
    this.plateCut = plateCut;
  }

  static PhotosUnderWay of(Arrival arrival, PhotoArchive archive) {
    List<byte[]> photos =
        Stream.of(arrival.scene(), arrival.plateCut()).filter(Objects::nonNull).toList();
    Iterator<Keeping> soon = archive.keepSoon(photos).iterator();
    return new PhotosUnderWay(
        arrival.eventKey(),
        Optional.ofNullable(arrival.scene()).map(photo -> soon.next()),
        Optional.ofNullable(arrival.plateCut()).map(photo -> soon.next()));
  }

  PhotoDigests digests() {
    return new PhotoDigests(
        scene.map(photo -> photo.digest().join()), plateCut.map(photo -> photo.digest().join()));
  }

  /** False if one of them is not there after that time, or never will be. */
  boolean thereWithin(Duration atMost) {
    try {
      CompletableFuture.allOf(there(scene), there(plateCut))
          .get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException | TimeoutException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits for all; those that could not be kept are no longer among the answered ones. */
  PhotosUnderWay settled() {
    return new PhotosUnderWay(eventKey, scene.filter(this::isKept), plateCut.filter(this::isKept));
  }

  /** A photo that cannot be kept does not stop the truck: the record says that it is missing. */
  private boolean isKept(Keeping photo) {
    try {
      photo.there().join();
      return true;
    } catch (CompletionException fault) {
      if (!(fault.getCause() instanceof UncheckedIOException full)) {
        throw fault;
      }
      LOG.log(
          Level.ERROR,
          "A photo of {0} could not be kept, its passage is recorded without it: {1}",
          eventKey,
          full.getMessage());
      return false;
    }
  }

  private static CompletableFuture<Void> there(Optional<Keeping> photo) {
    return photo.map(Keeping::there).orElseGet(() -> CompletableFuture.completedFuture(null));
  }
}
