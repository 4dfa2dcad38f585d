package cn.ecogate.registry.control;

import java.util.Map;

/**
 * A row of a table as it was read.
 *
 * @param number as the table program shows it, from 1
 * @param cells what is not blank, by the item's name, in the form's order
 */
public record SheetRow(int number, Map<String, String> cells) {}
