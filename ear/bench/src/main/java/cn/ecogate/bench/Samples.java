package cn.ecogate.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Latencies of one program at one rate, in nanoseconds. */
final class Samples {

  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

  void add(long latencyNanos) {
    nanos.add(latencyNanos);
  }

  int count() {
    return nanos.size();
  }

  /** The nearest-rank percentile in milliseconds; NaN if there is no sample. */
  double millis(double percentile) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percentile / 100 * sorted.length);
    return sorted[Math.max(0, rank - 1)] / 1e6;
  }

  String line(String name) {
    return String.format(
        Locale.ROOT,
        "%-8s n=%-5d p50 %7.2f ms   p99 %7.2f ms   p99.9 %7.2f ms",
        name,
        count(),
        millis(50),
        millis(99),
        millis(99.9));
  }
}
