package cn.ecogate.passage.boundary;

import cn.ecogate.vocabulary.PlateColor;

/**
 * A vehicle came to a gate and was refused because it is on an exceeding list; recorded already.
 */
public record ListedVehicleMet(String plate, PlateColor color, String passageSerial) {}
