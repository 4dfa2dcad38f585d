package cn.ecogate.evidence.boundary;

import java.util.concurrent.CompletableFuture;

/**
 * A photo on its way to the disk: it can be named at once.
 *
 * @param digest lower-case hex
 * @param there done when it is there; fails with what {@link PhotoArchive#keep} throws
 */
public record Keeping(String digest, CompletableFuture<Void> there) {}
