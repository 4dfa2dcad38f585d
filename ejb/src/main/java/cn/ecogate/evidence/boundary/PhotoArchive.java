package cn.ecogate.evidence.boundary;

import cn.ecogate.evidence.control.CaptionBurner;
import cn.ecogate.evidence.control.CaptionFont;
import cn.ecogate.evidence.control.CaptionText;
import cn.ecogate.evidence.control.PhotoPath;
import cn.ecogate.evidence.control.Thumbnail;
import cn.ecogate.evidence.entity.Caption;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Photos by the SHA-256 of their bytes, below {@code <data-dir>/photos}; an original is never
 * changed.
 */
@ApplicationScoped
public class PhotoArchive {

  private static final System.Logger LOG = System.getLogger(PhotoArchive.class.getName());

  /** Two photos a truck, and lanes that are seldom busy at the same moment. */
  private static final int WRITERS = 4;

  private static final int WAITING_PHOTOS = 64;

  /** Photos are forced to the disk when the truck's own commit has had it. */
  private static final Duration AFTER_COMMIT = Duration.ofMillis(100);

  /** Writing a photo takes milliseconds; what is older was left by a process that died. */
  private static final Duration INCOMING_AT_MOST = Duration.ofHours(1);

  @Inject
  @ConfigProperty(name = "ecogate.data-dir")
  String dataDir;

  @Resource ManagedThreadFactory threads;
  @Inject Clock clock;

  /** Numbers the half-written files of this process; begins anew where no earlier one was. */
  private static final AtomicLong HALVES = new AtomicLong(System.nanoTime());

  private ThreadPoolExecutor pool;
  private ScheduledThreadPoolExecutor disk;
  private Path photos;
  private Path incoming;
  private Durability durability;
  private Executor writers;

  /** For the container. */
  public PhotoArchive() {}

  /** For tests: files below that directory, made durable by that executor. */
  public PhotoArchive(Path dataDir, Executor background, Clock clock) {
    open(dataDir, background, Runnable::run, clock);
  }

  @PostConstruct
  void open() {
    pool =
        new ThreadPoolExecutor(
            WRITERS,
            WRITERS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING_PHOTOS),
            threads,
            (task, busy) -> task.run()); // also while the house is being closed
    disk = new ScheduledThreadPoolExecutor(1, threads);
    open(
        Path.of(dataDir),
        drain -> disk.schedule(drain, AFTER_COMMIT.toMillis(), TimeUnit.MILLISECONDS),
        pool,
        clock);
  }

  @PreDestroy
  void close() {
    pool.shutdown();
    disk.shutdown(); // what is scheduled is still done
  }

  private void open(Path dataDir, Executor background, Executor writers, Clock clock) {
    this.writers = writers;
    photos = dataDir.resolve("photos");
    incoming = photos.resolve("incoming");
    durability = new Durability(background);
    clearIncoming(clock.instant().minus(INCOMING_AT_MOST));
  }

  /** What a killed process left half written; nothing names it. */
  private void clearIncoming(Instant before) {
    if (!Files.isDirectory(incoming)) {
      return;
    }
    try (Stream<Path> halves = Files.list(incoming)) {
      for (Path half : halves.toList()) {
        if (Files.getLastModifiedTime(half).toInstant().isBefore(before)) {
          Files.deleteIfExists(half);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Half-written photos in {0} were not cleared: {1}", incoming, why(e));
    }
  }

  /**
   * The same as {@link #keep} for the photos of one vehicle, by another thread: first their
   * digests, then their files. When all writers are busy, the caller does it himself.
   */
  public List<Keeping> keepSoon(List<byte[]> photos) {
    List<Keeping> soon =
        photos.stream()
            .map(photo -> new Keeping(new CompletableFuture<>(), new CompletableFuture<>()))
            .toList();
    writers.execute(
        () -> {
          for (int i = 0; i < photos.size(); i++) {
            soon.get(i).digest().complete(PhotoPath.digest(photos.get(i)));
          }
          for (int i = 0; i < photos.size(); i++) {
            store(photos.get(i), soon.get(i));
          }
        });
    return soon;
  }

  private void store(byte[] photo, Keeping keeping) {
    try {
      store(photo, keeping.digest().join());
      keeping.there().complete(null);
    } catch (RuntimeException fault) {
      keeping.there().completeExceptionally(fault);
    }
  }

  /**
   * Stores the bytes if they are new and returns their digest, lower-case hex. Throws
   * UncheckedIOException.
   */
  public String keep(byte[] photo) {
    String digest = PhotoPath.digest(photo);
    store(photo, digest);
    return digest;
  }

  private void store(byte[] photo, String digest) {
    Path file = PhotoPath.original(photos, digest);
    try {
      if (!keptAlready(file, photo.length)) {
        write(photo, file);
        durability.soon(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The photo " + digest + " was not stored in " + photos + ": " + why(e), e);
    }
  }

  /** A power cut may leave the right name with too few bytes; that one is written again. */
  private static boolean keptAlready(Path file, long length) throws IOException {
    return Files.exists(file) && Files.size(file) == length;
  }

  /** The original's file. */
  public Optional<Path> original(String digest) {
    return Optional.ofNullable(digest)
        .filter(PhotoPath::isDigest)
        .map(sound -> PhotoPath.original(photos, sound))
        .filter(Files::isRegularFile);
  }

  /** True if the original is there and its bytes still have that digest. */
  public boolean sound(String digest) {
    Optional<Path> file = original(digest);
    try {
      return file.isPresent() && PhotoPath.digest(Files.readAllBytes(file.get())).equals(digest);
    } catch (IOException e) {
      LOG.log(Level.ERROR, "The photo {0} cannot be read: {1}", digest, why(e));
      return false;
    }
  }

  /**
   * The copy with the caption burnt in (plate, time, gate no., barrier no.), made at the first
   * asking. Empty if there is no such photo, or nothing can be drawn under it.
   */
  public Optional<Path> captioned(String digest, Caption caption) {
    Optional<Path> original = original(digest);
    if (original.isEmpty() || CaptionFont.font().isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = CaptionText.parts(caption, CaptionFont.chinese());
    Path copy = PhotoPath.captioned(photos, digest, parts);
    try {
      if (!Files.isRegularFile(copy)) {
        byte[] photo = Files.readAllBytes(original.get());
        write(CaptionBurner.burn(photo, parts, CaptionFont.font().get()), copy);
      }
      return Optional.of(copy);
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "The photo {0} has no captioned copy ({1}). The original is kept as it came.",
          digest,
          e.getMessage());
      return Optional.empty();
    }
  }

  /** The small copy for lists, made at the first asking; the original if none can be made. */
  public Optional<Path> thumbnail(String digest) {
    Optional<Path> original = original(digest);
    if (original.isEmpty()) {
      return Optional.empty();
    }
    Path copy = PhotoPath.thumbnail(photos, digest);
    try {
      if (!Files.isRegularFile(copy)) {
        write(Thumbnail.of(Files.readAllBytes(original.get())), copy);
      }
      return Optional.of(copy);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "The photo {0} has no small copy: {1}", digest, e.getMessage());
      return original;
    }
  }

  /** Nobody ever sees half a photo under its final name. */
  private void write(byte[] bytes, Path file) throws IOException {
    try {
      writeInto(incoming, bytes, file);
    } catch (NoSuchFileException newFolder) {
      // Most photos find their folders there; asking first would cost every one of them.
      Files.createDirectories(incoming);
      Files.createDirectories(file.getParent());
      writeInto(incoming, bytes, file);
    }
  }

  private static void writeInto(Path incoming, byte[] bytes, Path file) throws IOException {
    // A random name would cost more than the writing.
    Path half =
        incoming.resolve(ProcessHandle.current().pid() + "-" + HALVES.incrementAndGet() + ".jpg");
    // In one go: Files.write would ask the system fourteen times for one photo.
    try (FileChannel out =
        FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
        out.write(rest);
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(half);
      throw e;
    }
  }

  private String why(IOException e) {
    long free = photos.toFile().getParentFile().getUsableSpace();
    return e + " (" + free / (1024 * 1024) + " MB free on the disk)";
  }
}
