package cn.ecogate.mobile.registry;

import cn.ecogate.registry.entity.PlateChange;
import cn.ecogate.vocabulary.PlateColor;

/** The plate a vehicle has now. */
public record PlateTold(Long version, String plate, String color, String reason) {

  PlateChange of(long id) {
    return new PlateChange(
        id, Told.version(version), plate, Told.coded("color", PlateColor.values(), color), reason);
  }
}
