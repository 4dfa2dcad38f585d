package cn.ecogate.registry.boundary;

import cn.ecogate.site.entity.ReviewRule;
import java.time.Instant;

/** Which import writes, for whom and when; stands in every entry it makes. */
public record ImportNote(
    String importId, String fileName, String who, Instant at, ReviewRule rule) {}
