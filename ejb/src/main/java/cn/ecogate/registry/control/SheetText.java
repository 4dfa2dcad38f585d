package cn.ecogate.registry.control;

import java.util.List;

/**
 * A table as it was read.
 *
 * @param ignored headings that mean no column of this register
 */
public record SheetText(List<SheetRow> rows, List<String> ignored) {}
