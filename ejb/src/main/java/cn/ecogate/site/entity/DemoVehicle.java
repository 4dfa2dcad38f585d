package cn.ecogate.site.entity;

import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A vehicle the demo plant has on file from the start. Texts may be empty except plate, type and
 * use.
 */
public record DemoVehicle(
    String plate,
    PlateColor color,
    String type,
    String use,
    String vin,
    String brandModel,
    FuelType fuel,
    EmissionStage stage,
    boolean telematics,
    Optional<LocalDate> registered,
    String engineNo,
    String owner) {}
