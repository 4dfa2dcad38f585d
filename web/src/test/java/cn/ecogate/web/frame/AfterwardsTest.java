package cn.ecogate.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AfterwardsTest {

  private final Afterwards afterwards = new Afterwards();

  @Test
  void whatIsKeptIsToldOnceInTheOrderOfItsHappening() {
    afterwards.keep("一号进厂道的显示屏已移除。");
    afterwards.keep("已保存。");
    assertThat(afterwards.take()).containsExactly("一号进厂道的显示屏已移除。", "已保存。");
    assertThat(afterwards.take()).isEmpty();
  }
}
