package cn.ecogate.mobile.site;

import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.vocabulary.Rejected;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a person wants a barrier to do, and why. */
public record BarrierOrder(String act, String reason) {

  BarrierRecord.Kind kind() {
    return Arrays.stream(BarrierRecord.Kind.values())
        .filter(BarrierRecord.Kind::byPerson)
        .filter(kind -> kind.name().equals(act))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejected(
                    "act-unknown",
                    "act",
                    "没有指令 "
                        + act
                        + "；可用："
                        + Arrays.stream(BarrierRecord.Kind.values())
                            .filter(BarrierRecord.Kind::byPerson)
                            .map(kind -> kind.name() + " " + kind.label())
                            .collect(Collectors.joining("，"))
                        + "。"));
  }
}
