package cn.ecogate.mobile.passage;

import cn.ecogate.passage.entity.PaperOutcome.CellFault;
import java.util.List;

/**
 * What became of a paper sheet: its passages, or, with nothing written, what is wrong where.
 *
 * @param faults empty if all of it is recorded
 */
public record PaperEntered(List<PassageItem> passages, List<Fault> faults) {

  /**
   * @param line its number on the sheet; 0 for the sheet's own head
   * @param doubt true if it may stand once the line is sent with {@code again}
   */
  public record Fault(int line, String field, String code, String detail, boolean doubt) {

    static Fault of(CellFault fault) {
      return new Fault(fault.line(), fault.field(), fault.code(), fault.sentence(), fault.doubt());
    }
  }
}
