/**
 * The house for handhelds and other programs: JSON over HTTP below {@code /api/v1}.
 *
 * <p>Offers: tokens ({@code account}), passages with their story and photos ({@code passage}), the
 * lanes of the site ({@code site}), alarms ({@code alarm}). {@code problem} is the one place where
 * a failure becomes an answer. The contract for callers is {@code docs/interfaces/rest.md} and
 * {@code /openapi}.
 *
 * <p>Requirements: a plate that cannot be read is entered by hand (HJ 1321-2023, recognition of
 * plates); records are found by any combination of time, vehicle, stage, fuel and control state
 * (query function).
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>A resource only asks boundaries and shapes their answers. Rejected: rules of its own, which
 *       the screens would not have.
 *   <li>Every method says who may call it; one that says nothing is closed. Rejected: open unless
 *       closed.
 *   <li>Errors are {@code application/problem+json} (RFC 9457) with a stable code; programs act on
 *       the code, people read the detail.
 *   <li>The contract is written by hand in {@code META-INF/openapi.yaml} and held against the code
 *       by a test. Rejected: annotations, which hide a resource behind its description and which
 *       Payara 6's scanner reads wrongly on records.
 *   <li>Pages are read by key and not by number: a list that grows at its head would repeat rows.
 * </ul>
 *
 * <p>Out of scope: the line to the platform (see {@code uplink}), changing vehicles or accounts.
 */
package cn.ecogate.mobile;
