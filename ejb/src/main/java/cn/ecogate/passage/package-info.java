/**
 * Passages: every vehicle at every barrier, dealt with once and kept; and whatever a barrier does
 * without one.
 *
 * <p>Offers: {@code PassageDesk} takes a camera's sighting or a guard's entry through the same four
 * steps; {@code PassageSearch} looks passages up; {@code PassageChanged} says when there is news.
 * {@code BarrierDesk} lets a person open, close and lock a barrier with a reason, and {@code
 * BarrierBook} keeps what is said about lifts afterwards; {@code BarrierSearch} looks such records
 * up. {@code WeighingBook} keeps weighings and codes read, {@code LoadSearch} says which passage
 * they belong to, {@code LoadDesk} takes what people say about a load, {@code LoadClerk} takes
 * weighings over by itself where the site wants it. {@code VisitSearch} tells who is inside and how
 * visits went, {@code InsideShelf} the same to the gate from memory, {@code VisitDesk} takes what
 * people say about a missing half. {@code CorrectionDesk} puts a record right by a new entry,
 * {@code passage-correction}, which names it and says the whole record as it reads from then on
 * (docs/decisions/0031). {@code PaperDesk} enters a sheet that a gate kept on paper during an
 * outage, whole, late and marked as such. {@code Rehearsals} tries a strategy on the last days'
 * passages. {@code CameraLists} keeps in step what a camera may let through while nobody answers
 * it.
 *
 * <p>Requirements: nothing opens before it is recorded (the transaction with passage, ledger entry
 * and dispatch rows has committed before the barrier is told); a repeated event never becomes a
 * second passage (unique event key), nor does history that was told before under another number
 * (camera, plate, second); history never opens anything; a record that cannot be written leaves the
 * barrier down and says so on the display; photo, display and voice may fail without stopping a
 * truck (HJ 1321-2023, vehicle in/out record and control of the barrier); a lift by hand is marked
 * and has to be explained (HJ 1321-2023, manual lift).
 *
 * <p>Decisions: an event dealt with more than {@code Freshness.LIMIT} after it was received is
 * recorded but opens nothing, because the vehicle may have left and the next one would drive in on
 * its verdict. Rejected: opening whenever the database comes back. A guard's entry names the unread
 * sighting it settles, so that one vehicle is not counted twice. Rejected: changing the sighting's
 * record. A lift is recorded where the report of it is taken: a record that fails has the report
 * brought again, and its key keeps it one. Rejected: noting lifts for later, which a restart
 * forgets. An opening nobody used is a new entry that names the passage; if its loop was out of
 * sight meanwhile, the entry says that nobody knows (docs/decisions/0039). A lock is in force from
 * its record on, before the barrier is told, and ends when the barrier refuses it. A lift's picture
 * is asked for after its record (docs/decisions/0038). A weighing belongs to the passage of its
 * lane that is nearest in time, reckoned anew at each look, because the vehicle may come before or
 * after its weight; only a load that somebody accepted fixes it (its own entry, which names passage
 * and weighing). Rejected: fixing it when it is weighed, which gives the weight to the vehicle
 * before.
 *
 * <p>A visit is reckoned, not kept: {@code VisitKeeper} has visits follow the ledger behind the
 * waiting truck's back, vehicle by vehicle and whole (docs/decisions/0019).
 *
 * <p>Out of scope: why a person lets a vehicle in (release).
 */
package cn.ecogate.passage;
