package cn.ecogate.adapter.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the fuzzer calls; which parser it is about stands in the property {@code fuzz.parser}. Time
 * and memory are the thread's own: other programs on the machine count for nothing.
 */
public final class ParserFuzzer {

  private static final Parser PARSER = Parser.valueOf(System.getProperty("fuzz.parser"));
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long MOST_NANOS = 1_000_000_000L;
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private ParserFuzzer() {}

  /** One input; whatever is thrown is a finding. The first look at a class pays for loading it. */
  public static void fuzzerTestOneInput(byte[] input) {
    String excess = excess(input);
    if (!excess.isEmpty() && !excess(input).isEmpty()) {
      throw new IllegalStateException(PARSER + " took " + excess + " for one input");
    }
  }

  private static String excess(byte[] input) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    PARSER.read(input);
    cpu = THREADS.getCurrentThreadCpuTime() - cpu;
    bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    return cpu > MOST_NANOS || bytes > MOST_BYTES
        ? cpu / 1_000_000 + " ms and " + bytes + " bytes"
        : "";
  }
}
