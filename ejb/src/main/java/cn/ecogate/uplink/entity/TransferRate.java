package cn.ecogate.uplink.entity;

/** Records uploaded out of records produced (数据传输率). HJ 1321-2023 asks for at least 95 %. */
public record TransferRate(long produced, long accepted) {

  /** What the standard asks for. */
  public static final double REQUIRED = 0.95;

  /** 0 to 1; 1 if nothing was produced. */
  public double value() {
    return produced == 0 ? 1 : (double) accepted / produced;
  }

  public boolean sufficient() {
    return value() >= REQUIRED;
  }

  /** E.g. {@code 传输率 99.2%（产生 1250 条，已传 1240 条）}; rounded down, never up to the mark. */
  public String sentence() {
    if (produced == 0) {
      return "传输率 100%（尚无记录）";
    }
    double percent = Math.floor(value() * 1000) / 10;
    return "传输率 %.1f%%（产生 %d 条，已传 %d 条）%s"
        .formatted(percent, produced, accepted, sufficient() ? "" : "，低于要求的 95%");
  }
}
