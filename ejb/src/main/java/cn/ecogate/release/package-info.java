/**
 * Letting a vehicle in by a person's decision (人工放行 / 特批): where the rules could not tell, and
 * where they refused.
 *
 * <p>Offers: {@code ReleaseDesk} lets a guard release a vehicle the rules asked about, ask for an
 * exemption of a refused one and withdraw it, and an officer answer it; {@code ReleaseSearch} looks
 * them up; {@code ReleaseChanged} says when there is news. {@code LaneFilingDesk} files an unknown
 * vehicle at its lane and has the rules decide at once. {@code DutyDesk} and {@code DutySearch}
 * keep whose duty an unexplained lift is until it is explained and reviewed.
 *
 * <p>Requirements: special release has a reason, an approver and a promise to file, and is recorded
 * as what it is (HJ 1321-2023, special release); whoever asks never approves; nothing opens before
 * it is recorded; an exemption that nobody answers ends by itself, and that is recorded too; the
 * platform is told by the same way as every passage.
 *
 * <p>Decisions: the passage's record is never changed: a release is an entry of its own that names
 * it. A release moves a barrier only for the vehicle that stands there ({@code StillThere}): the
 * lane's newest passage, not history, nobody on the loop since. Rejected: asking that the loop be
 * occupied, because it lies under the boom, where a waiting vehicle does not stand. Every ending of
 * an exemption is decided under the row's lock, so that approval, refusal, withdrawal, expiry and
 * the vehicle's leaving have exactly one winner. A barrier that does not rise is said, not tried
 * again: the guard at the lane has the barrier's own page. A lift is given to the guard who signed
 * in last; who explained does not review.
 *
 * <p>Out of scope: the verdict itself (admission), how a barrier is told (passage), what the
 * platform calls it (uplink's profiles).
 */
package cn.ecogate.release;
