package cn.ecogate.admission.entity;

import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;

/**
 * What the rules need of a filed vehicle.
 *
 * @param type GA/T 16.4 code of three characters, e.g. H11
 * @param use GA/T 16.3 letter, e.g. F freight, I fire engine, J ambulance, H police
 */
public record FiledVehicle(String type, String use, FuelType fuel, EmissionStage stage) {}
