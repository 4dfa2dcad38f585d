package cn.ecogate.registry.entity;

import java.time.Instant;
import java.util.List;

/**
 * What somebody did to a filing, as the ledger has it.
 *
 * @param act stable, e.g. {@code vehicle-amended}
 * @param items what differs, as {@code name: before → after}; empty for a first filing
 */
public record FilingChange(long seq, String act, String who, Instant at, List<String> items) {}
