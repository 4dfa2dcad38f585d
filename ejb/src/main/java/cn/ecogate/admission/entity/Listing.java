package cn.ecogate.admission.entity;

import java.time.LocalDate;

/**
 * A vehicle's entry on an exceeding list (超标车辆名单).
 *
 * @param source who put it there, e.g. 监管平台 or 本厂
 */
public record Listing(String source, String reason, LocalDate issued) {}
