package cn.ecogate.uplink.entity;

/**
 * What to look for among the receipts; null or blank means any.
 *
 * @param odd true for those of which something was not understood
 */
public record ReceiptFilter(String platformId, ReceiptKind kind, boolean odd) {

  public static ReceiptFilter any() {
    return new ReceiptFilter(null, null, false);
  }
}
