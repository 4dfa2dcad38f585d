package cn.ecogate.passage.control;

import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.Weighing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is odd about a load but allowed, as sentences for whoever looks at it. */
public final class LoadOddities {

  private LoadOddities() {}

  /**
   * @param correction the weight that replaced the one the load was taken from
   */
  public static List<String> of(Load load, Optional<Weighing> correction) {
    List<String> odd = new ArrayList<>();
    if (load.getCargo() == null) {
      odd.add("没有填写货物名称，请补填");
    } else if (CargoName.vague(load.getCargo())) {
      odd.add("货物名称“" + load.getCargo() + "”过于笼统，核查时说明不了运的是什么，请写明具体品名");
    }
    if (load.getTonnes() == null) {
      odd.add("只有毛重，没有运输量：请填写，或待空车过磅后计算");
    }
    correction.ifPresent(
        later ->
            odd.add(
                "所用的称重后来更正为 "
                    + Load.tonnes(later.getNetKg() == null ? later.getGrossKg() : later.getNetKg())
                        .toPlainString()
                    + " 吨，请核对"));
    return odd;
  }
}
