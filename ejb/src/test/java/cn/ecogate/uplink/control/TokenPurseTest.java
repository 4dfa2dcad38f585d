package cn.ecogate.uplink.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.testing.SettableClock;
import cn.ecogate.uplink.control.TokenPurse.NoToken;
import cn.ecogate.uplink.control.TokenPurse.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("令牌大家共用")
class TokenPurseTest {

  private final SettableClock clock = SettableClock.atSomeMorning();
  private final AtomicInteger fetched = new AtomicInteger();

  @Test
  @DisplayName("令牌失效时只有一个去取，其余等它")
  void onlyOneFetches() throws Exception {
    CountDownLatch allAsked = new CountDownLatch(6);
    TokenPurse purse =
        new TokenPurse(
            calls -> {
              await(allAsked);
              return fresh();
            });
    ExecutorService senders = Executors.newFixedThreadPool(6);
    try {
      List<Future<Token>> tokens = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        tokens.add(
            senders.submit(
                () -> {
                  allAsked.countDown();
                  return purse.token(clock.instant(), new ArrayList<>());
                }));
      }
      for (Future<Token> token : tokens) {
        assertThat(token.get().text()).isEqualTo("token-1");
      }
    } finally {
      senders.shutdownNow();
    }
    assertThat(fetched).hasValue(1);
  }

  @Test
  @DisplayName("几个同时发现令牌失效：后到的不丢掉已换好的新令牌")
  void aFreshTokenIsNotForgotten() throws Exception {
    TokenPurse purse = new TokenPurse(calls -> fresh());
    Token old = purse.token(clock.instant(), new ArrayList<>());
    purse.forget(old);
    Token next = purse.token(clock.instant(), new ArrayList<>());
    purse.forget(old);
    assertThat(purse.token(clock.instant(), new ArrayList<>())).isSameAs(next);
    assertThat(fetched).hasValue(2);
  }

  @Test
  @DisplayName("取不到令牌，下一次再取")
  void aFailureIsNotKept() throws Exception {
    TokenPurse purse =
        new TokenPurse(
            calls -> {
              if (fetched.get() == 0) {
                fetched.incrementAndGet();
                throw new NoToken("账号或密码不对");
              }
              return fresh();
            });
    assertThatThrownBy(() -> purse.token(clock.instant(), new ArrayList<>())).hasMessage("账号或密码不对");
    assertThat(purse.token(clock.instant(), new ArrayList<>()).text()).isEqualTo("token-2");
  }

  private Token fresh() {
    return new Token(
        "token-" + fetched.incrementAndGet(), clock.instant().plus(Duration.ofHours(2)));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
