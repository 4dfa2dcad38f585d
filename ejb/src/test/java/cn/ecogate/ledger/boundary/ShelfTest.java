package cn.ecogate.ledger.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Facts at hand are the facts of the registers, or they are read again. */
class ShelfTest {

  private final AtomicLong mark = new AtomicLong();
  private final AtomicInteger reads = new AtomicInteger();
  private final Shelf<String, String> shelf = new Shelf<>(2, mark::get);

  private String registered = "CHINA_5";

  @Test
  @DisplayName("问过的不再读库，没有变化时")
  void askedTwiceReadOnce() {
    assertThat(stage("云A12345")).isEqualTo("CHINA_5");
    assertThat(stage("云A12345")).isEqualTo("CHINA_5");
    assertThat(reads).hasValue(1);
  }

  @Test
  @DisplayName("有变化即重读，所有的都重读")
  void aChangeEmptiesIt() {
    stage("云A12345");
    registered = "CHINA_6";
    mark.incrementAndGet();
    assertThat(stage("云A12345")).isEqualTo("CHINA_6");
  }

  @Test
  @DisplayName("读的时候变了：这次照用，但不留下")
  void whatChangedWhileItWasReadIsNotKept() {
    shelf.get(
        "云A12345",
        plate -> {
          mark.incrementAndGet();
          return "CHINA_5";
        });
    registered = "CHINA_6";
    assertThat(stage("云A12345")).isEqualTo("CHINA_6");
  }

  @Test
  @DisplayName("放满后，最久没有问的让位")
  void theLongestUnaskedMakesRoom() {
    stage("a");
    stage("b");
    stage("a");
    stage("c");
    reads.set(0);
    stage("a");
    assertThat(reads).hasValue(0);
    stage("b");
    assertThat(reads).hasValue(1);
  }

  private String stage(String plate) {
    return shelf.get(
        plate,
        key -> {
          reads.incrementAndGet();
          return registered;
        });
  }
}
