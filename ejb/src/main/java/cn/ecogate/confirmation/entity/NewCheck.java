package cn.ecogate.confirmation.entity;

import java.util.Optional;

/**
 * What somebody found who re-checked.
 *
 * @param evidence digest of a picture or paper that shows it
 */
public record NewCheck(Finding finding, String words, Optional<String> evidence) {}
