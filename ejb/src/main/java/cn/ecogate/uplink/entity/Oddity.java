package cn.ecogate.uplink.entity;

/**
 * Something in a row a platform sent that could not be understood.
 *
 * @param row which row, from 1, in the order they came
 * @param sentence what is wrong with it, in Chinese, with the platform's own words
 * @param taken true if the rest of the row counts all the same
 */
public record Oddity(int row, String sentence, boolean taken) {}
