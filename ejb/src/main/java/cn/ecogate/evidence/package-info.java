/**
 * Purpose: photos as evidence, kept by the SHA-256 of their bytes.
 *
 * <p>Offers: {@link cn.ecogate.evidence.boundary.PhotoArchive}: keep, the original, a captioned
 * copy, and whether an original is still what it was.
 *
 * <p>Requirements (HJ 1321-2023 photo function): head and whole body with plate, time, gate no. and
 * barrier no. in the picture; kept as long as the ledger that names their digests.
 *
 * <p>Layout: {@code photos/ab/cd/<digest>.jpg}, {@code photos/captioned/ab/cd/<digest>-<caption
 * key>.jpg}, {@code photos/incoming} for files being written.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>An original is never changed: the caption goes under a copy, on a strip of its own, so that
 *       it never covers the plate. The copy is made at the first asking: most photos are never
 *       looked at, and drawing costs more than a whole passage may.
 *   <li>A photo is written to the side and renamed, then made durable (fsync) in the background,
 *       seconds at most behind. A killed process loses nothing; a power cut may lose the photos of
 *       the last moments, and {@code sound} says so, while the record with their digests stands.
 *       Rejected: fsync before the record, which doubles the wait at the barrier.
 *   <li>A file of the right name and size is taken as kept; one of another size, which a power cut
 *       may leave, is written again.
 *   <li>What is not a picture is kept as it came and has no captioned copy.
 *   <li>Without a Chinese font captions are written in Latin letters (云A12345 as Yun-A12345), and
 *       the log names the package to install.
 * </ul>
 *
 * <p>Out of scope: who may look; how long to keep; video; what the photos belong to.
 */
package cn.ecogate.evidence;
