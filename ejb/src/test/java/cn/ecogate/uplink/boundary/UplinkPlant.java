package cn.ecogate.uplink.boundary;

import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.passage.Sites;
import cn.ecogate.simulator.platform.Enterprise;
import cn.ecogate.simulator.platform.FakePlatform;
import cn.ecogate.simulator.platform.Shape;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.PlatformEntry;
import cn.ecogate.site.entity.Site;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.uplink.Vectors;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.Dispatch.State;
import cn.ecogate.uplink.entity.Exchange;
import cn.ecogate.uplink.entity.OutboxRow;
import cn.ecogate.uplink.entity.PlatformStatus;
import cn.ecogate.uplink.entity.Reconciliation;
import cn.ecogate.vocabulary.Direction;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The uplink put together by hand over the real database, with a platform that runs beside it. */
final class UplinkPlant implements AutoCloseable {

  static final String PLATFORM = "province";
  private static final String PATH = "/access/api/dataReceive/";

  final RealDatabase database;
  final SettableClock clock = SettableClock.atSomeMorning();
  final HeardEvents<UploadsChanged> changes = new HeardEvents<>();
  final PhotoArchive photos;
  final SiteBook siteBook;
  FakePlatform platform;
  Duration patience = Platforms.PATIENCE;
  Duration slowness = Duration.ofSeconds(30);
  private final Path dataDir;
  private final int port;
  private final Shape shape;

  UplinkPlant(RealDatabase database, Path dataDir) throws IOException {
    this(database, dataDir, "yunnan");
  }

  UplinkPlant(RealDatabase database, Path dataDir, String profile) throws IOException {
    this(database, dataDir, profile, Shape.YUNNAN);
  }

  UplinkPlant(RealDatabase database, Path dataDir, String profile, Shape shape) throws IOException {
    this.database = database;
    this.shape = shape;
    this.dataDir = dataDir;
    this.photos = new PhotoArchive(dataDir, Runnable::run, clock);
    // A key of two kilobits takes seconds to make; PlatformKeysTest makes one.
    Files.createDirectories(dataDir.resolve("keys"));
    Files.writeString(dataDir.resolve("keys/province.pem"), Vectors.text("test-key.pem"));
    platform = started(0);
    port = platform.port();
    Site site = Sites.oneGate();
    PlatformEntry entry =
        new PlatformEntry(
            PLATFORM,
            "省级平台",
            profile,
            "http://127.0.0.1:" + port + PATH,
            "plant",
            "secret",
            "keys/province.pem");
    siteBook = new SiteBook(new Site(site.enterprise(), site.gates(), List.of(entry)));
  }

  /** What the passage desk does, as far as the uplink sees it. */
  LedgerEntry passage(String serial, String lane) {
    return passage(serial, lane, null);
  }

  LedgerEntry passage(String serial, String lane, String photo) {
    CanonicalText text =
        CanonicalText.of("ecogate passage 1")
            .line("serial", serial)
            .line("enterprise", siteBook.site().enterprise().number())
            .line("gate", lane.substring(0, 1))
            .line("barrier", lane.substring(2))
            .line("lane", lane)
            .line("camera", lane + "-camera")
            .line("direction", "1")
            .line("source", "CAMERA")
            .line("sighting", "READ")
            .line("plate", "云A12345")
            .line("color", "1")
            .line("seen-at", clock.instant())
            .line("late", false)
            .line("outcome", "ADMITTED")
            .line("scene-photo", photo)
            .line("note", serial);
    return database.inTransaction(
        em -> {
          return ledger(em).append("passage", serial, text);
        });
  }

  /** A lorry at a lane, by its plate. */
  LedgerEntry truck(String serial, String lane, String plate, Direction direction) {
    CanonicalText text =
        CanonicalText.of("ecogate passage 1")
            .line("serial", serial)
            .line("enterprise", siteBook.site().enterprise().number())
            .line("gate", lane.substring(0, 1))
            .line("barrier", lane.substring(2))
            .line("lane", lane)
            .line("camera", lane + "-camera")
            .line("direction", direction.code())
            .line("plate", plate)
            .line("color", "1")
            .line("seen-at", clock.instant())
            .line("outcome", "ADMITTED");
    return entry("passage", serial, text);
  }

  /** What the release desk does, as far as the uplink sees it. */
  LedgerEntry release(LedgerEntry passage, String verdict) {
    CanonicalText text =
        CanonicalText.of("ecogate release 1")
            .line("serial", passage.subject() + "-R")
            .line("settles", passage.subject())
            .line("passage-entry", passage.seq())
            .line("lane", "A-01")
            .line("source", "GUARD")
            .line("outcome", "ADMITTED")
            .line("verdict", verdict)
            .line("note", "特批：应急抢险");
    return database.inTransaction(
        em -> {
          return ledger(em).append("release", passage.subject() + "-R", text);
        });
  }

  /** A node of the application, with its own worker. */
  UploadWorker worker() {
    return worker(new LocalOutbox(this));
  }

  UploadWorker worker(Outbox outbox) {
    UploadWorker worker = new UploadWorker();
    worker.platforms = platforms();
    worker.outbox = outbox;
    worker.writer = writer();
    worker.notice = new ChangeNotice();
    worker.notice.event = changes;
    worker.atOnce = new AtOnce();
    worker.clock = clock;
    worker.open();
    return worker;
  }

  /** Any other entry. */
  LedgerEntry entry(String kind, String subject, CanonicalText text) {
    return database.inTransaction(
        em -> {
          return ledger(em).append(kind, subject, text);
        });
  }

  /** The ledger with the dispatch rows written along, inside that transaction. */
  Ledger ledger(EntityManager em) {
    return new Ledger(em, clock, new HeardEvents<>(), dispatches());
  }

  DispatchBook dispatches() {
    DispatchBook book = new DispatchBook();
    book.siteBook = siteBook;
    book.platforms = platforms();
    return book;
  }

  RecordWriter writer() {
    RecordWriter writer = new RecordWriter();
    writer.siteBook = siteBook;
    writer.ledger = new ReadLedger(this);
    writer.photos = photos;
    writer.throughs = new LocalThroughs(database);
    writer.clock = clock;
    return writer;
  }

  Heartbeat heartbeat() {
    Heartbeat heartbeat = new Heartbeat();
    heartbeat.platforms = platforms();
    heartbeat.outbox = new LocalOutbox(this);
    heartbeat.siteBook = siteBook;
    heartbeat.notice = new ChangeNotice();
    heartbeat.clock = clock;
    return heartbeat;
  }

  Platforms platforms() {
    Platforms platforms = new Platforms();
    platforms.siteBook = siteBook;
    platforms.clock = clock;
    platforms.dataDir = dataDir.toString();
    platforms.patience = patience;
    platforms.open();
    return platforms;
  }

  Reconciler reconciler() {
    Reconciler reconciler = new Reconciler();
    reconciler.platforms = platforms();
    reconciler.book = books();
    reconciler.writer = writer();
    reconciler.siteBook = siteBook;
    reconciler.outbox = new LocalOutbox(this);
    reconciler.notice = new ChangeNotice();
    reconciler.clock = clock;
    return reconciler;
  }

  /** The book of what the platform holds, with a transaction around every call. */
  HeldBook books() {
    HeldBook book =
        new HeldBook() {
          @Override
          public List<OutboxRow> accepted(String platformId, Instant from, Instant to) {
            return database.inTransaction(
                em -> {
                  this.em = em;
                  return super.accepted(platformId, from, to);
                });
          }

          @Override
          public Reconciliation write(
              String platformId,
              LocalDate day,
              long ours,
              long theirs,
              Collection<OutboxRow> gone) {
            return database.inTransaction(
                em -> {
                  this.em = em;
                  return super.write(platformId, day, ours, theirs, gone);
                });
          }

          @Override
          public Optional<Reconciliation> latest(String platformId, LocalDate day) {
            return database.inTransaction(
                em -> {
                  this.em = em;
                  return super.latest(platformId, day);
                });
          }
        };
    book.clock = clock;
    return book;
  }

  /** The platform's card. */
  PlatformStatus status() {
    return database.inTransaction(
        em -> {
          LineStates states = new LineStates();
          states.em = em;
          states.platforms = platforms();
          return states.all().get(0);
        });
  }

  Dispatch dispatch(String serial) {
    return database.inTransaction(
        em -> {
          Uploads uploads = new Uploads();
          uploads.em = em;
          return uploads.ofPassage(serial).get(0);
        });
  }

  State state(String serial) {
    return dispatch(serial).state();
  }

  void platformGoesDown() {
    platform.close();
  }

  void platformComesBack() throws IOException {
    platform = started(port);
  }

  private FakePlatform started(int onPort) throws IOException {
    return FakePlatform.start(
        onPort,
        List.of(
            new Enterprise(
                PLATFORM,
                PATH,
                Sites.oneGate().enterprise().number(),
                "plant",
                "secret",
                dataDir.resolve("keys/province.pub.pem"),
                shape)),
        dataDir,
        clock,
        slowness);
  }

  @Override
  public void close() {
    platform.close();
  }

  /** The outbox with a transaction around every call, as the container puts it; for many hands. */
  static class LocalOutbox extends Outbox {

    private final UplinkPlant plant;

    LocalOutbox(UplinkPlant plant) {
      this.plant = plant;
    }

    @Override
    public void open(String platformId) {
      plant.database.inTransaction((Consumer<EntityManager>) em -> in(em).open(platformId));
    }

    @Override
    public List<OutboxRow> claim(String platformId, String node, Duration lease, Part part) {
      return plant.database.inTransaction(
          em -> {
            return in(em).claim(platformId, node, lease, part);
          });
    }

    @Override
    public void postpone(OutboxRow claimed, String node, String words) {
      plant.database.inTransaction(
          (Consumer<EntityManager>) em -> in(em).postpone(claimed, node, words));
    }

    @Override
    public void giveBack(Collection<OutboxRow> rows, String node) {
      plant.database.inTransaction((Consumer<EntityManager>) em -> in(em).giveBack(rows, node));
    }

    @Override
    public State settle(OutboxRow claimed, String node, Exchange exchange) {
      return plant.database.inTransaction(
          em -> {
            return in(em).settle(claimed, node, exchange);
          });
    }

    @Override
    public void heard(String platformId, Exchange exchange) {
      plant.database.inTransaction(
          (Consumer<EntityManager>) em -> in(em).heard(platformId, exchange));
    }

    private Outbox in(EntityManager em) {
      Outbox outbox = new Outbox();
      outbox.em = em;
      outbox.clock = plant.clock;
      outbox.chance = () -> Long.MIN_VALUE; // 0.5: the plan's middle
      return outbox;
    }
  }

  /** The numbers of passages, with a transaction around every question. */
  private static final class LocalThroughs extends Throughs {

    private final RealDatabase database;

    LocalThroughs(RealDatabase database) {
      this.database = database;
    }

    @Override
    public List<OutboxRow> before(OutboxRow passage) {
      return database.inTransaction(
          em -> {
            return in(em).before(passage);
          });
    }

    @Override
    public boolean waits(OutboxRow passage) {
      return database.inTransaction(
          em -> {
            return in(em).waits(passage);
          });
    }

    @Override
    public Optional<String> number(OutboxRow passage) {
      return database.inTransaction(
          em -> {
            return in(em).number(passage);
          });
    }

    private static Throughs in(EntityManager em) {
      Throughs throughs = new Throughs();
      throughs.em = em;
      return throughs;
    }
  }

  /** The ledger to be read from. */
  private static final class ReadLedger extends Ledger {

    private final UplinkPlant plant;

    ReadLedger(UplinkPlant plant) {
      this.plant = plant;
    }

    @Override
    public Optional<LedgerEntry> entry(long seq) {
      return plant.database.inTransaction(
          em -> {
            return new Ledger(em, plant.clock, new HeardEvents<>()).entry(seq);
          });
    }
  }
}
