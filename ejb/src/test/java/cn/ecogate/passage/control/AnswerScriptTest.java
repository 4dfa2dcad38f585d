package cn.ecogate.passage.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AnswerScriptTest {

  @Test
  @DisplayName("Every rule's answer comes back word for word")
  void answersReturn() {
    var answers =
        List.of(
            new RuleAnswer(
                "exceeding-list",
                "超标车辆名单校验",
                "HJ 1321-2023",
                RuleAnswer.Outcome.REFUSES,
                "名单上有此车：\"尾气超标\"\n第二行",
                Optional.of(new Reason(Reason.Code.EXCEEDING_LISTED, "列入超标车辆名单"))),
            new RuleAnswer(
                "no-plate",
                "号牌",
                "HJ 1321-2023",
                RuleAnswer.Outcome.PASSED,
                "已识别",
                Optional.empty()));
    assertThat(AnswerScript.read(AnswerScript.write(answers))).isEqualTo(answers);
  }
}
