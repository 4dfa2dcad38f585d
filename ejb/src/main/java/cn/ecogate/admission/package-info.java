/**
 * Purpose: the law of the gate, facts in and decision out.
 *
 * <p>Offers: {@link cn.ecogate.admission.boundary.Admission#decide}. Every rule answers about every
 * vehicle, by name, title, clause and what it found, so that a person can see why.
 *
 * <p>Requirements (HJ 1321-2023):
 *
 * <ul>
 *   <li>exceeding vehicles and vehicles against the strategy in force stay out, and the display
 *       says why: hence all reasons are kept, objections first, questions after them;
 *   <li>what cannot be decided goes to a guard, never through: plate not read, no plate, vehicle
 *       not filed, filing expired or not reviewed, vehicle retired or under repair, another colour
 *       than the filed one, a machine among vehicles, emission stage unknown while a strategy
 *       concerns the vehicle;
 *   <li>exits are admitted and recorded, an exit without an entrance with a note: all other rules
 *       are silent, unless a strategy is about driving out or the lane is closed;
 *   <li>a vehicle that is inside already, a full plant: a guard has to look. A closed lane refuses.
 * </ul>
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>The exceeding list refuses emergency vehicles too. The list is the authority's finding on
 *       this very vehicle, the use is the enterprise's own filing; a guard stands there and can
 *       release at once, on record. Rejected: the use letter overrides the list, which would be the
 *       way around it.
 *   <li>Emergency vehicles (use H, I, J, K) are exempt from strategies and pass with an unknown
 *       stage. GA/T 16.3 has no letter for livelihood goods; those are a strategy's own exception.
 *   <li>A vehicle not filed is asked about even when transport is stopped: it may be an ambulance.
 *       After the temporary filing the same rules decide. Rejected: refusing it outright.
 *   <li>A filed vehicle without a proper type counts as heavy; a fuel or stage not filed is other
 *       or unknown. Broken filings make the gate stricter, never laxer, and never throw.
 *   <li>An unfiled vehicle without any strategy in force still needs a guard: filing is duty.
 *   <li>A closed lane leaves emergency vehicles and exits to the guard: he knows whether the road
 *       is up or only unattended. Rejected: refusing an exit, which would lock people in.
 *   <li>A full plant is no offence: the guard lets in one after the other. Rejected: refusing,
 *       which would need an approver and count as a violation.
 *   <li>Whoever is told of afterwards (history) is not asked where it was then: nobody knows.
 * </ul>
 *
 * <p>Similar plates are offered to the guard in words and decide nothing. Rejected: taking the one
 * filed plate that fits, which would let a stranger in on another's filing.
 *
 * <p>Cost: a decision under 50 restrictions takes a few microseconds; only sentences are allocated.
 *
 * <p>Out of scope: fetching the facts, opening the barrier, releasing against a verdict, raising
 * alarms about what was noted.
 */
package cn.ecogate.admission;
