package cn.ecogate.evidence.entity;

import java.time.Instant;

/**
 * What is burnt into a photo's captioned copy (HJ 1321-2023: plate, time, gate no., barrier no.).
 */
public record Caption(String plate, Instant time, String gateNo, String barrierNo) {}
