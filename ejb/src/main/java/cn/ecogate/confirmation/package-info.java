/**
 * Confirmation of exceeding information (超标信息确认): whether what a list says of a vehicle or a
 * machine of the plant's is true, and what has become of it.
 *
 * <p>Offers: {@code ConfirmationDesk} to the people who re-check and verify, {@code
 * ConfirmationSearch} to whoever looks. The work comes by itself: {@code ConfirmationKeeper} opens
 * it when a listed vehicle was met at a gate, or when a vehicle, plant vehicle or machine on file
 * is listed; for a machine that no list names a person opens it.
 *
 * <p>Requirements (HJ 1321-2023, confirmation of exceeding information, vehicles and machines):
 * re-check, verify, upload. One person re-checks and says what he found, with a picture; another
 * verifies it, or sends it back; the verified finding is the answer.
 *
 * <p>For the uplink: the answer is a ledger entry of kind {@code confirmation}, form {@code ecogate
 * confirmation 1}, with the lines {@code confirmation, enterprise, listing, platform, source,
 * thing} ({@code VEHICLE} or {@code MACHINE}){@code , plate, color, vin, machine, fuel, stage,
 * reason, issued, passage} (serial number){@code , finding} ({@code EXCEEDS}, {@code MEETS}, {@code
 * REPAIRED}, {@code NOT_OURS}){@code , words, evidence} (a picture's digest){@code , checked-at,
 * checked-by, verified-at, verified-by}. What is not known is left out; names are only ever added.
 *
 * <p>Decisions: one piece of work for one entry of a list, however often the vehicle comes; a new
 * entry is new work. Rejected: one a meeting, which would ask the same question every day. The
 * answer releases nobody from a list: the platform releases what it listed, an officer what the
 * house listed. Opening, re-check and return are {@code audit} entries.
 *
 * <p>Out of scope: sending the answer (uplink), the list itself (strategy).
 */
package cn.ecogate.confirmation;
