/**
 * What the application sees of the gate adapter: events that devices bring, commands they take, and
 * their health.
 *
 * <p>Offers: {@link PlateListener} and {@link DeviceListener}, implemented by message-driven beans;
 * {@link GateConnectionFactory}, by which the application names its devices and commands them.
 *
 * <p>Requirements: no event is dropped because its receiver failed (it is delivered again, in order
 * per camera); a device that is off never fails a deployment; a credential is never part of a
 * {@code toString}.
 *
 * <p>Decisions: brands are hidden here. Every camera becomes a {@link PlateSeen}, every barrier
 * takes a {@link GateCommand}. Rejected: an interface per brand, which would let a vendor's word
 * reach the ledger.
 *
 * <p>Out of scope: what a sighting means, whether a barrier may open. Both are the application's.
 */
package cn.ecogate.adapter.api;
