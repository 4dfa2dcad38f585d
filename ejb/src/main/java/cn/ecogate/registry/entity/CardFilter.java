package cn.ecogate.registry.entity;

import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;

/** What to look for among cards; null means any. {@code text} is part of a number or the owner. */
public record CardFilter(String text, EmissionStage stage, FuelType fuel, ServiceState service) {}
