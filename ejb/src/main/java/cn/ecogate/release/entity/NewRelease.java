package cn.ecogate.release.entity;

/**
 * A guard wants to let in a vehicle that the rules could not decide about.
 *
 * @param key chosen by the client, so that a repeated request cannot become a second release
 * @param photo JPEG bytes, null if none beside the passage's own
 */
public record NewRelease(String key, long passageId, Cause cause, String words, byte[] photo) {}
