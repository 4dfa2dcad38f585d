package cn.ecogate.adapter.api;

import java.io.Serializable;
import java.time.Instant;

/**
 * A code that a scanner or reader read.
 *
 * @param eventId unique with the device; a tag delivered again carries the same one
 * @param kind what its text looks like
 * @param value the number within the text, e.g. the VIN at the end of an address; the text itself
 *     if it is opaque
 * @param text as read
 * @param rawDigest SHA-256 of the bytes read, lower-case hex
 */
public record TagSeen(
    String deviceId,
    String eventId,
    Instant at,
    TagText.Kind kind,
    String value,
    String text,
    String rawDigest)
    implements Serializable {}
