package cn.ecogate.mobile.registry;

/**
 * What somebody found who checked a filing.
 *
 * @param outcome {@code IN_FORCE} or {@code RETURNED}
 * @param reason what has to be put right; only for a return
 */
public record ReviewTold(Long version, String outcome, String reason) {}
