package cn.ecogate.bench;

import cn.ecogate.admission.boundary.Admission;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.PlateNumber;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * What a decision costs by itself, all facts at hand: looked up among 100,000 vehicles and 50
 * strategies, every rule asked, every sentence written; beside a bare look-up and fifty comparisons
 * in the same run.
 */
public final class AdmissionBench {

  private static final int VEHICLES = 100_000;
  private static final int STRATEGIES = 50;
  private static final int WARM_UP = 300_000;
  private static final PrintStream OUT = System.out;

  private final Registers registers = new Registers(VEHICLES, STRATEGIES);
  private final int[] worst = new int[STRATEGIES];

  /** Added up so that nothing measured can be left out. */
  private long sum;

  private AdmissionBench() {}

  /** Arguments: the project's folder, and {@code --quick} for a tenth of the decisions. */
  public static void main(String[] args) {
    new AdmissionBench().run(List.of(args).contains("--quick") ? 100_000 : 1_000_000);
  }

  private void run(int decisions) {
    for (int i = 0; i < STRATEGIES; i++) {
      worst[i] = EmissionStage.values()[i % 4].ordinal();
    }
    OUT.println(VEHICLES + " vehicles, " + STRATEGIES + " strategies; warming up");
    measure(WARM_UP, this::decide);
    measure(WARM_UP, this::floor);
    long[] ours = new long[0];
    long[] theirs = new long[0];
    for (int round = 0; round < 3; round++) {
      theirs = measure(decisions, this::floor);
      ours = measure(decisions, this::decide);
    }
    line("raw", theirs);
    line("EcoGate", ours);
    OUT.println(
        String.format(
            Locale.ROOT,
            "  ratio            p50 %7.1f x    p99 %7.1f x   (target: p99 of EcoGate < 100 µs)",
            (double) rank(ours, 50) / rank(theirs, 50),
            (double) rank(ours, 99) / rank(theirs, 99)));
    OUT.println("  (" + sum + ")");
  }

  private int decide(PlateNumber plate) {
    Direction direction = plate.text().hashCode() % 2 == 0 ? Direction.IN : Direction.OUT;
    return Admission.decide(registers.facts(plate, direction)).answers().size();
  }

  private int floor(PlateNumber plate) {
    return registers.floor(plate, worst);
  }

  /** Each by itself, sorted, in nanoseconds. */
  private long[] measure(int times, ToIntFunction<PlateNumber> work) {
    long[] nanos = new long[times];
    for (int i = 0; i < times; i++) {
      PlateNumber plate = registers.next();
      long begun = System.nanoTime();
      sum += work.applyAsInt(plate);
      nanos[i] = System.nanoTime() - begun;
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static void line(String name, long[] sorted) {
    OUT.println(
        String.format(
            Locale.ROOT,
            "  %-8s n=%-8d p50 %7.2f µs   p99 %7.2f µs   p99.9 %7.2f µs",
            name,
            sorted.length,
            rank(sorted, 50) / 1e3,
            rank(sorted, 99) / 1e3,
            rank(sorted, 99.9) / 1e3));
  }

  private static long rank(long[] sorted, double percentile) {
    return Math.max(1, sorted[(int) Math.ceil(percentile / 100 * sorted.length) - 1]);
  }
}
