package cn.ecogate.registry.boundary;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.registry.control.RowJudge;
import cn.ecogate.registry.control.RowsDigest;
import cn.ecogate.registry.control.SheetForm;
import cn.ecogate.registry.control.SheetReader;
import cn.ecogate.registry.control.SheetRow;
import cn.ecogate.registry.control.SheetText;
import cn.ecogate.registry.entity.ImportRow;
import cn.ecogate.registry.entity.ImportRow.Kind;
import cn.ecogate.registry.entity.ImportState.Phase;
import cn.ecogate.registry.entity.Register;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.ReviewRule;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads tables and writes them into the registers, in the background and in chunks; keeps what it
 * found until its owner has decided.
 */
@ApplicationScoped
public class ImportDesk {

  private static final System.Logger LOG = System.getLogger(ImportDesk.class.getName());

  private static final ZoneId PLANT_ZONE = ZoneId.of("Asia/Shanghai");

  /** The ledger's head is locked while a chunk's entries are written: some tens of milliseconds. */
  static final int CHUNK = 250;

  private static final Duration KEPT_FOR = Duration.ofHours(2);
  private static final int KEPT_AT_MOST = 8;

  @Inject ImportBook book;
  @Inject SiteBook siteBook;
  @Inject Clock clock;
  @Resource ManagedExecutorService background;

  private Supplier<ReviewRule> rule = () -> siteBook.site().reviewRule();
  private Executor worker = work -> background.execute(work);
  private final Map<String, ImportJob> jobs = new ConcurrentHashMap<>();

  /** For the container. */
  public ImportDesk() {}

  /** For tests: what the container would inject. */
  public ImportDesk(ImportBook book, Clock clock, ReviewRule rule, Executor worker) {
    this.book = book;
    this.clock = clock;
    this.rule = () -> rule;
    this.worker = worker;
  }

  /** Begins to read a table; {@code Rejected} if it is none. Nothing is written. */
  String begin(Register register, String fileName, byte[] file, String who) {
    forgetOld();
    if (jobs.size() >= KEPT_AT_MOST) {
      throw new Rejected("import-busy", "file", "正在处理的导入太多，请过几分钟再传。");
    }
    ImportTarget<?> target = target(register);
    SheetText text = new SheetReader<>(target.form(today())).read(file);
    ImportJob job =
        new ImportJob(
            UUID.randomUUID().toString(), register, fileName, RowsDigest.of(file), who, now());
    job.read(text.rows(), text.ignored());
    jobs.put(job.id, job);
    worker.execute(() -> guarded(job, () -> preview(job, target)));
    return job.id;
  }

  /**
   * Begins to write what the preview found; a second call finds it begun.
   *
   * @param chosen the rows somebody chose; empty = every new and changed one
   */
  void write(String id, Optional<Set<Integer>> chosen, String who) {
    ImportJob job = job(id, who).orElseThrow(ImportDesk::unknown);
    List<ImportRow> wanted =
        job.preview().stream()
            .filter(row -> row.kind().writes())
            .filter(row -> wanted(row, chosen))
            .toList();
    if (wanted.isEmpty()) {
      throw new Rejected("import-nothing", "", "没有可以写入的行。请勾选新增、修改或换牌的行。");
    }
    if (job.beginWriting(wanted.size())) {
      worker.execute(() -> guarded(job, () -> writeAll(job, target(job.register), wanted)));
    }
  }

  /** The import of that id, if it is that person's. */
  Optional<ImportJob> job(String id, String who) {
    return Optional.ofNullable(id).map(jobs::get).filter(job -> job.who.equals(who));
  }

  private static boolean wanted(ImportRow row, Optional<Set<Integer>> chosen) {
    return chosen.map(numbers -> numbers.contains(row.number())).orElse(row.kind() != Kind.MOVED);
  }

  private <T> void preview(ImportJob job, ImportTarget<T> target) {
    RowJudge<T> judge = new RowJudge<>(target.form(today()));
    for (List<SheetRow> chunk : chunks(job.rows())) {
      job.previewed(book.preview(target, judge, chunk));
    }
    job.phase(Phase.READY);
  }

  private <T> void writeAll(ImportJob job, ImportTarget<T> target, List<ImportRow> wanted) {
    Map<Integer, Kind> expected =
        wanted.stream().collect(Collectors.toMap(ImportRow::number, ImportRow::kind));
    List<SheetRow> rows =
        job.rows().stream().filter(row -> expected.containsKey(row.number())).toList();
    SheetForm<T> form = target.form(today());
    RowsDigest digest = new RowsDigest();
    ImportNote note = new ImportNote(job.id, job.fileName, job.who, now(), rule.get());
    try {
      for (List<SheetRow> chunk : chunks(rows)) {
        ImportBook.Written outcome = writeChunk(target, form, chunk, expected, note);
        outcome.written().forEach(digest::add);
        job.wrote(outcome.written().size(), outcome.refused());
      }
      job.phase(Phase.DONE);
    } finally {
      book.close(note, text(job, note, digest));
    }
  }

  /** A second try after a collision: then the other's change is seen, and told row by row. */
  private <T> ImportBook.Written writeChunk(
      ImportTarget<T> target,
      SheetForm<T> form,
      List<SheetRow> chunk,
      Map<Integer, Kind> expected,
      ImportNote note) {
    try {
      return book.write(target, new RowJudge<>(form), chunk, expected, note);
    } catch (RuntimeException collided) {
      LOG.log(
          Level.INFO,
          "Import {0}: a chunk met another change and is tried once more ({1})",
          note.importId(),
          collided.getMessage());
      return book.write(target, new RowJudge<>(form), chunk, expected, note);
    }
  }

  private static CanonicalText text(ImportJob job, ImportNote note, RowsDigest digest) {
    return CanonicalText.of("ecogate audit 1")
        .line("act", "register-imported")
        .line("user", note.who())
        .line("at", note.at())
        .line("register", job.register.name())
        .line("file", job.fileName)
        .line("file-sha256", job.fileDigest)
        .line("rows-written", digest.rows())
        .line("rows-refused", job.state().refused().size())
        .line("rows-sha256", digest.hex());
  }

  private void guarded(ImportJob job, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException fault) {
      LOG.log(
          Level.ERROR,
          "Import " + job.id + " of " + job.fileName + " stopped; what its chunks wrote stays",
          fault);
      job.failed("处理到第 " + job.state().done() + " 行时出错，已写入的行有效，其余没有写入。请稍后把其余的行重新上传。");
    }
  }

  private void forgetOld() {
    Instant old = clock.instant().minus(KEPT_FOR);
    jobs.values().removeIf(job -> job.begunAt.isBefore(old) && !job.state().busy());
    if (jobs.size() >= KEPT_AT_MOST) {
      jobs.values().stream()
          .filter(job -> !job.state().busy())
          .min((a, b) -> a.begunAt.compareTo(b.begunAt))
          .ifPresent(oldest -> jobs.remove(oldest.id));
    }
  }

  private static ImportTarget<?> target(Register register) {
    return switch (register) {
      case VEHICLES -> new VehicleTarget();
    };
  }

  private static List<List<SheetRow>> chunks(List<SheetRow> rows) {
    List<List<SheetRow>> chunks = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += CHUNK) {
      chunks.add(rows.subList(from, Math.min(rows.size(), from + CHUNK)));
    }
    return chunks;
  }

  static Rejected unknown() {
    return new Rejected("import-unknown", "", "这次导入已不在了（保留两小时，只有上传的人能看）。请重新上传。");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), PLANT_ZONE);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
