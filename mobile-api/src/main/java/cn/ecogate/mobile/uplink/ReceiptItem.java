package cn.ecogate.mobile.uplink;

import cn.ecogate.mobile.Word;
import cn.ecogate.uplink.entity.Receipt;
import cn.ecogate.uplink.entity.ReceiptLine;
import java.time.Instant;
import java.util.List;

/**
 * One answer of a platform that changed something here, or had something odd in it.
 *
 * @param lines what it changed one by one; only when it is asked for by its number
 */
public record ReceiptItem(
    long id,
    String platform,
    Word kind,
    Instant receivedAt,
    boolean whole,
    int added,
    int amended,
    int removed,
    int unchanged,
    int odd,
    String sentence,
    List<LineItem> lines) {

  static ReceiptItem of(Receipt receipt) {
    return of(receipt, null);
  }

  static ReceiptItem of(Receipt receipt, List<LineItem> lines) {
    return new ReceiptItem(
        receipt.getId(),
        receipt.getPlatformId(),
        Word.of(receipt.getKind(), receipt.getKind().label()),
        receipt.getReceivedAt(),
        receipt.isWhole(),
        receipt.getAdded(),
        receipt.getAmended(),
        receipt.getRemoved(),
        receipt.getUnchanged(),
        receipt.getOdd(),
        receipt.getSentence(),
        lines);
  }

  /** One vehicle, strategy or violation, or what could not be understood. */
  public record LineItem(
      Word change, String plate, Word color, String words, Long strategy, Long violation) {

    static LineItem of(ReceiptLine line) {
      return new LineItem(
          Word.of(line.getChange(), line.getChange().label()),
          line.getPlate(),
          Word.of(line.getPlateColor()),
          line.getWords(),
          line.getStrategyId(),
          line.getViolationId());
    }
  }
}
