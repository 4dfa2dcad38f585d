package cn.ecogate.site.entity;

import cn.ecogate.vocabulary.PlateColor;
import java.time.LocalDate;

/** A vehicle that stands on the demo plant's exceeding list from the start. */
public record DemoListing(String plate, PlateColor color, String reason, LocalDate issued) {}
