package cn.ecogate.passage.boundary;

import cn.ecogate.ledger.boundary.Draft;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.control.EventKey;
import cn.ecogate.passage.control.LoadEntry;
import cn.ecogate.passage.control.PaperRules;
import cn.ecogate.passage.control.PassageDraft;
import cn.ecogate.passage.control.PassageText;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.NewLoad;
import cn.ecogate.passage.entity.PaperLine;
import cn.ecogate.passage.entity.PaperOutcome.CellFault;
import cn.ecogate.passage.entity.PaperSheet;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PhotoDigests;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes what a gate kept on paper during an outage: passages, their ledger entries and loads, the
 * whole sheet in one transaction. Nothing opens; the rules answer with the strategies of that time.
 */
@Stateless
@PermitAll
public class PaperBook {

  private static final PhotoDigests NO_PHOTOS =
      new PhotoDigests(Optional.empty(), Optional.empty());

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("M 月 d 日 HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject PassageBook passages;
  @Inject LoadBook loads;
  @Inject Ledger ledger;
  @Inject SiteBook siteBook;
  @Inject Clock clock;
  @Inject Event<PassageChanged> changed;

  /** What of it is recorded already, or looks as if it were. */
  public List<CellFault> doubles(PaperSheet sheet) {
    List<CellFault> faults = new ArrayList<>();
    for (PaperSheet.Line line : sheet.lines()) {
      entered(sheet, line)
          .ifPresentOrElse(
              earlier ->
                  faults.add(
                      new CellFault(
                          line.line(),
                          "line",
                          "line-entered",
                          "这张表的第 "
                              + line.line()
                              + " 行已录入（流水号 "
                              + earlier.getSerialNo()
                              + "），请删去这一行",
                          false)),
              () -> alike(line).ifPresent(seen -> faults.add(doubt(line, seen))));
    }
    return faults;
  }

  /**
   * @param scan digest of the sheet's picture, null if none
   */
  public List<Passage> write(PaperSheet sheet, String scan, String user) {
    List<Recorded> recorded = new ArrayList<>();
    ledger.appendTogether(
        "passage",
        () -> {
          recorded.clear();
          List<Draft> drafts = new ArrayList<>();
          for (PaperSheet.Line line : sheet.lines()) {
            Recorded one =
                passages.decide(
                    PaperRules.arrival(sheet, line, siteBook.site(), user, clock.instant()),
                    () -> NO_PHOTOS);
            recorded.add(one);
            drafts.add(draft(one, sheet, line, scan));
          }
          return drafts;
        });
    for (int i = 0; i < recorded.size(); i++) {
      Passage passage = recorded.get(i).passage();
      PaperSheet.Line line = sheet.lines().get(i);
      em.persist(new PaperLine(passage.getId(), sheet, line, scan));
      if (PaperRules.loaded(line)) {
        loads.write(
            passage,
            Optional.empty(),
            Load.Source.TYPED,
            LoadEntry.cargo(new NewLoad(passage.getId(), null, line.cargo(), line.tonnes())),
            PaperRules.tonnes(line),
            user);
      }
      changed.fireAsync(new PassageChanged(passage.getId(), passage.getLaneId()));
    }
    em.flush();
    return recorded.stream().map(Recorded::passage).toList();
  }

  /** Where that passage stands on paper; empty if it was not entered from paper. */
  public Optional<PaperLine> of(Passage passage) {
    return passage.isFromPaper()
        ? Optional.ofNullable(em.find(PaperLine.class, passage.getId()))
        : Optional.empty();
  }

  private Draft draft(Recorded one, PaperSheet sheet, PaperSheet.Line line, String scan) {
    Passage passage = one.passage();
    return new Draft(
        passage.getSerialNo(),
        PassageText.of(
                siteBook.site().enterprise().number(),
                passage,
                PassageDraft.reasons(one.verdict()),
                one.decision().notes())
            .line("paper-sheet", sheet.number())
            .line("paper-line", line.line())
            .line("paper-writer", sheet.writer())
            .line("paper-scan", scan)
            .line("paper-passed", line.passed())
            .line("facts", "strategies of that time; filings and lists of the time of entry"),
        entry -> {
          passage.setLedgerSeq(entry.seq());
          return List.of(PassageRow.of(passage));
        });
  }

  private Optional<Passage> entered(PaperSheet sheet, PaperSheet.Line line) {
    return em.createQuery("SELECT p FROM Passage p WHERE p.eventKey = :key", Passage.class)
        .setParameter("key", EventKey.ofPaper(sheet.number().strip(), line.line()))
        .getResultStream()
        .findFirst();
  }

  /** The same plate in the same lane within two minutes, as it holds after corrections. */
  private Optional<Passage> alike(PaperSheet.Line line) {
    if (line.again() || line.plate() == null || line.plate().isBlank()) {
      return Optional.empty();
    }
    List<Passage> around =
        em.createQuery(
                "SELECT p FROM Passage p WHERE p.laneId = :lane AND p.seenAt BETWEEN :from AND :to",
                Passage.class)
            .setParameter("lane", line.laneId())
            .setParameter("from", line.seenAt().minus(PaperRules.SAME))
            .setParameter("to", line.seenAt().plus(PaperRules.SAME))
            .getResultList();
    String plate = PlateNumber.of(line.plate().strip()).text();
    return Standing.of(em, around).stream()
        .filter(passage -> plate.equals(passage.getPlate()))
        .findFirst();
  }

  private static CellFault doubt(PaperSheet.Line line, Passage seen) {
    return new CellFault(
        line.line(),
        "again",
        "looks-recorded",
        (seen.getSource() == Passage.Source.CAMERA ? "摄像机" : "人工录入")
            + "已记录这辆车 "
            + CLOCK.format(seen.getSeenAt())
            + " 在同一车道通行（流水号 "
            + seen.getSerialNo()
            + "）。是同一次就删去这一行；确是另一次，请勾选“仍然补录”",
        true);
  }
}
