package cn.ecogate.device.entity;

import java.util.Optional;

/**
 * What a camera gave when it was asked for a picture of this moment.
 *
 * @param answer how it went, in words
 * @param picture a JPEG; empty unless the answer is DONE
 */
public record Still(Acknowledgement answer, Optional<byte[]> picture) {}
