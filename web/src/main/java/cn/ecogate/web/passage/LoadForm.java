package cn.ecogate.web.passage;

import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.NewLoad;
import cn.ecogate.passage.entity.Weighing;
import cn.ecogate.vocabulary.Rejected;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;

/** What is filled in about a load; begun with what holds, or with the weighing that is offered. */
public class LoadForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private String weighing = "";
  private String cargo;
  private String tonnes;

  static LoadForm of(Load held) {
    LoadForm form = new LoadForm();
    form.weighing = held.getWeighingId() == null ? "" : held.getWeighingId().toString();
    form.cargo = held.getCargo();
    form.tonnes = text(held.getTonnes());
    return form;
  }

  static LoadForm of(Optional<Weighing> offer) {
    LoadForm form = new LoadForm();
    offer.ifPresent(
        taken -> {
          form.weighing = taken.getId().toString();
          form.tonnes = text(Load.tonnes(taken.getNetKg()));
        });
    return form;
  }

  /** An amount that was reckoned elsewhere; null or what is no amount changes nothing. */
  void offer(String reckoned) {
    tonnes = reckoned != null && reckoned.matches("\\d{1,3}(\\.\\d{1,3})?") ? reckoned : tonnes;
  }

  NewLoad load(long passageId) {
    boolean weighed = weighing != null && weighing.matches("\\d{1,18}");
    return new NewLoad(passageId, weighed ? Long.valueOf(weighing) : null, cargo, amount());
  }

  private BigDecimal amount() {
    if (tonnes == null || tonnes.isBlank()) {
      return null;
    }
    try {
      return new BigDecimal(tonnes.strip());
    } catch (NumberFormatException noNumber) {
      throw new Rejected("tonnes-shape", "tonnes", "运输量应为吨数，如 34.860");
    }
  }

  private static String text(BigDecimal tonnes) {
    return tonnes == null ? "" : tonnes.toPlainString();
  }

  public String getWeighing() {
    return weighing;
  }

  public void setWeighing(String weighing) {
    this.weighing = weighing;
  }

  public String getCargo() {
    return cargo;
  }

  public void setCargo(String cargo) {
    this.cargo = cargo;
  }

  public String getTonnes() {
    return tonnes;
  }

  public void setTonnes(String tonnes) {
    this.tonnes = tonnes;
  }
}
