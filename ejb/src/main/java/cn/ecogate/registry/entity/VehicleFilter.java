package cn.ecogate.registry.entity;

import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;

/**
 * What to look for among the vehicles; null or empty means any. {@code text} is part of plate, VIN
 * or owner.
 */
public record VehicleFilter(String text, EmissionStage stage, FuelType fuel) {}
