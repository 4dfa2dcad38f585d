package cn.ecogate.strategy.entity;

import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.util.Optional;

/**
 * A vehicle that the house itself wants on its list, as somebody told it.
 *
 * @param reason what was found
 * @param evidence digest of a picture that shows it
 */
public record NewListing(
    PlateNumber plate, PlateColor color, String reason, Optional<String> evidence) {}
