package cn.ecogate.admission.entity;

import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;

/** A vehicle on file whose plate may be the one that was misread. */
public record Lookalike(PlateNumber plate, PlateColor color) {

  /** E.g. 云A12345（黄）. */
  public String words() {
    return plate.text() + "（" + color.label() + "）";
  }
}
