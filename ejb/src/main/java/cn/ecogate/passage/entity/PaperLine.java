package cn.ecogate.passage.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where a passage that was entered afterwards stands on paper, and what happened at the gate. */
@Entity
@Table(name = "paper_line")
public class PaperLine {

  /** That of its passage. */
  @Id
  @Column(name = "passage_id")
  private Long passageId;

  private String sheet;
  private int line;
  private String writer;

  /** SHA-256 of the sheet's scan, null if none. */
  private String scan;

  private boolean passed;

  protected PaperLine() {}

  public PaperLine(long passageId, PaperSheet sheet, PaperSheet.Line line, String scan) {
    this.passageId = passageId;
    this.sheet = sheet.number();
    this.line = line.line();
    this.writer = sheet.writer();
    this.scan = scan;
    this.passed = line.passed();
  }

  public Long getPassageId() {
    return passageId;
  }

  public String getSheet() {
    return sheet;
  }

  /** Counted from one. */
  public int getLine() {
    return line;
  }

  /** Who wrote it down at the gate. */
  public String getWriter() {
    return writer;
  }

  public String getScan() {
    return scan;
  }

  /** True if the vehicle went through, as the sheet says; the rules' answer may be another. */
  public boolean isPassed() {
    return passed;
  }
}
