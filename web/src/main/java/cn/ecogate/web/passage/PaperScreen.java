package cn.ecogate.web.passage;

import cn.ecogate.passage.boundary.PaperDesk;
import cn.ecogate.passage.entity.PaperOutcome.CellFault;
import cn.ecogate.passage.entity.PaperSheet;
import cn.ecogate.web.frame.Caller;
import cn.ecogate.web.frame.Complaint;
import cn.ecogate.web.frame.Moments;
import cn.ecogate.web.frame.Words;
import cn.ecogate.web.release.Upload;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A sheet written during an outage, typed in one sitting; what is wrong stands at its cell. */
@Named
@ViewScoped
public class PaperScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  /** As many as the printed form has. */
  static final int LINES = 20;

  @Inject transient PaperDesk desk;
  @Inject transient ExternalContext context;
  @Inject transient Caller caller;
  @Inject transient Complaint complaint;
  @Inject transient Moments moments;
  @Inject transient Words words;

  private final List<PaperRow> rows =
      IntStream.rangeClosed(1, LINES).mapToObj(PaperRow::new).toList();
  private String number;
  private String writer;
  private String day;
  private transient Part scan;

  @PostConstruct
  void read() {
    day = moments.getToday().toString();
  }

  public List<PaperRow> getRows() {
    return rows;
  }

  /** All of it is recorded, or nothing; nothing typed is lost. */
  public void enter() throws IOException {
    rows.forEach(PaperRow::forget);
    List<CellFault> unreadable = new ArrayList<>();
    List<PaperSheet.Line> lines =
        rows.stream().filter(row -> !row.isBlank()).map(row -> row.told(day, unreadable)).toList();
    if (!unreadable.isEmpty()) {
      blame(unreadable);
      return;
    }
    PaperSheet sheet = new PaperSheet(number, writer, Upload.bytes(scan, "scan"), lines);
    Optional<List<CellFault>> faults =
        desk.enter(sheet, caller.getUser())
            .match(entered -> Optional.empty(), returned -> Optional.of(returned.faults()));
    if (faults.isPresent()) {
      blame(faults.get());
    } else {
      complaint.praiseNext("paper.recorded", lines.size());
      context.redirect("/passages.xhtml?source=GUARD");
    }
  }

  private void blame(List<CellFault> faults) {
    complaint.show("", words.say("paper.returned", faults.size()));
    for (CellFault fault : faults) {
      if (fault.line() == 0) {
        complaint.show(fault.field(), fault.sentence());
      } else {
        rows.get(fault.line() - 1).blame(fault);
      }
    }
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getWriter() {
    return writer;
  }

  public void setWriter(String writer) {
    this.writer = writer;
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }

  public Part getScan() {
    return scan;
  }

  public void setScan(Part scan) {
    this.scan = scan;
  }
}
