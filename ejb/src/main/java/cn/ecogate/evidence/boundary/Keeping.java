package cn.ecogate.evidence.boundary;

import java.util.concurrent.CompletableFuture;

/**
 * A photo on its way to the disk.
 *
 * @param digest its name, lower-case hex; there long before the photo is
 * @param there done when it is there; fails with what {@link PhotoArchive#keep} throws
 */
public record Keeping(CompletableFuture<String> digest, CompletableFuture<Void> there) {}
