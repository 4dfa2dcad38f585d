/**
 * The registers: of transport vehicles (进出厂运输车辆), what is known of each before it comes to the
 * gate; of plant vehicles (厂内运输车辆) and machines (非道路移动机械), a card each.
 *
 * <p><b>Offers:</b> {@link cn.ecogate.registry.boundary.Registry} (find, file, amend, for signed-in
 * people and the gate), {@link cn.ecogate.registry.boundary.FilingDesk} (the same changes for
 * callers that name the person themselves, and the temporary filing at the lane) and {@link
 * cn.ecogate.registry.boundary.DocumentDesk} (pictures of the papers). {@link
 * cn.ecogate.registry.boundary.Cards} keeps the cards and finds a machine by what was scanned.
 *
 * <p><b>Requirements</b>
 *
 * <ul>
 *   <li>HJ 1321-2023 车辆信息: plate, colour, type, VIN, brand and model, fuel, stage, telematics,
 *       registration date, use, engine no., owner. A decision is only as good as these.
 *   <li>HJ 1321-2023 asks that the same vehicle with a new plate be recognised by its VIN: a second
 *       filing of a VIN is refused, names the first and is offered as a change of plate; the plates
 *       a vehicle had stay.
 *   <li>HJ 1321-2023 车辆审核: a filing is checked before it counts, by another person where the site
 *       file says so ({@code filing-review}); what was filed at a lane always is. A change of what
 *       the gate decides by is checked again.
 *   <li>Records must be traceable: every change is a ledger entry {@code audit} with who, before
 *       and after; nothing is deleted.
 * </ul>
 *
 * <p><b>Decisions</b>
 *
 * <ul>
 *   <li>Hard on shape, soft on the rest: a VIN whose check digit fails, a colour that does not suit
 *       the plate and a missing item are said, not refused, because a truck waits and papers
 *       differ.
 *   <li>The gate has filings at hand, proved current by the ledger's head (docs/decisions/0010).
 *       Rejected: a cache that ages, which would let a refused truck in until it does.
 *   <li>A table goes in by chunks, each row judged again when it is written (docs/decisions/0015);
 *       {@link cn.ecogate.registry.boundary.Imports} shows every row before anything is written.
 *   <li>An edit carries the version it began with. Rejected: last writer wins.
 * </ul>
 *
 * <p><b>Out of scope:</b> whether the vehicle may pass (admission), the exceeding list (strategy).
 */
package cn.ecogate.registry;
