package cn.ecogate.uplink.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.uplink.Vectors;
import cn.ecogate.uplink.entity.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("平台的答复：收了、拒收、还是再试")
class AnswerReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"success\":true,\"code\":\"200\",\"message\":\"成功\"}     | Accepted       | 成功（代码 200）",
        "201 | {\"success\":\"true\"}                                       | Accepted       | 平台没有说明",
        "200 | {\"success\":false,\"code\":40001,\"message\":\"颜色不符\"}  | RefusedForGood | 颜色不符（代码 40001）",
        "200 | {\"success\":false,\"code\":\"503\",\"message\":\"忙\"}      | TryAgain       | 忙（代码 503）",
        "200 | <html>welcome</html>                                         | TryAgain       | 平台的回答不是 JSON：<html>welcome</html>",
        "200 | ''                                                           | TryAgain       | 平台的回答不是 JSON：",
        "200 | {}                                                           | TryAgain       | 平台的回答里没有 success：{}",
        "400 | {\"message\":\"缺字段\"}                                     | RefusedForGood | 缺字段（HTTP 400）",
        "400 | <html>proxy</html>                                           | TryAgain       | <html>proxy</html>（HTTP 400）",
        "403 | {\"message\":\"公钥未登记\"}                                 | TryAgain       | 公钥未登记（HTTP 403）",
        "404 | not here                                                     | TryAgain       | not here（HTTP 404）",
        "429 | {}                                                           | TryAgain       | 平台没有说明（HTTP 429）",
        "500 | {\"success\":true}                                           | TryAgain       | 平台没有说明（HTTP 500）",
      })
  void means(int status, String body, String kind, String words) {
    Answer answer = new AnswerReading(Vectors.yunnan().answer(), status, body).answer();
    assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(answer.words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {}                                     | true",
        "200 | {\"success\":false,\"code\":\"401\"}   | true",
        "200 | {\"success\":true,\"code\":\"401\"}    | false",
        "500 | {}                                     | false",
      })
  @DisplayName("令牌失效另当别论：重取令牌再发")
  void knowsARefusedToken(int status, String body, boolean refused) {
    assertThat(new AnswerReading(Vectors.yunnan().answer(), status, body).tokenRefused())
        .isEqualTo(refused);
  }
}
