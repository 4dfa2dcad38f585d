package cn.ecogate.strategy.entity;

import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One vehicle of a platform's exceeding list as it was sent.
 *
 * @param released the platform says that it may pass again
 */
public record ReceivedListing(
    PlateNumber plate,
    PlateColor color,
    Optional<String> vin,
    Optional<FuelType> fuel,
    Optional<EmissionStage> stage,
    String reason,
    LocalDate issued,
    boolean released) {}
