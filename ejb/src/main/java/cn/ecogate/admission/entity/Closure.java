package cn.ecogate.admission.entity;

import java.time.Instant;

/**
 * A lane that somebody has closed (通道关闭).
 *
 * @param reason as the driver reads it, e.g. 路面施工
 */
public record Closure(String reason, Instant since) {}
