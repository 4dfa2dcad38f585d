/**
 * The connector (Jakarta Connectors 2.1): what a server sees of the gate adapter.
 *
 * <p>Offers: {@link GateAdapter}; two activations, {@link PlateActivation} and {@link
 * DeviceActivation}, found by the bean's listener interface; {@link DeviceConnectionFactory}, whose
 * application side is {@code cn.ecogate.adapter.api.GateConnectionFactory}.
 *
 * <p>Requirements: activation registers and returns; endpoints are created by the delivering
 * thread, one for each delivery, and released once. Every subscribed bean gets every event. An
 * event is delivered until all beans deployed by then have taken it without exception and, where
 * delivery is transacted, with a commit; later events of the same camera wait behind it. What is
 * seen before a bean is deployed waits. What a camera tells from its memory is delivered several at
 * a time, by one thread for all cameras, and only while no live vehicle of that camera waits; it
 * never stops a stream being read while there is room on the disk ({@code history} in the folder of
 * the system property {@code ecogate.data-dir}). Deactivation waits for what is being delivered;
 * {@code stop()} ends every thread.
 *
 * <p>Decisions: a managed connection is a lease and no link: the pool may throw it away after an
 * error without touching the one owner of the line. Delivery uses {@code beforeDelivery} and {@code
 * afterDelivery} when the method is transacted and watches how the transaction ends, because Payara
 * logs a failed commit without throwing it: whatever was rolled back is delivered again. Installed
 * devices belong to the adapter and outlive an application that is deployed anew. Rejected: devices
 * as activation properties, which would need a deployment for every changed address.
 *
 * <p>Known limits: boxes are in memory; what waits in them is lost with the process, and comes
 * again from a camera that keeps its history, or was not yet answered (see {@code Outlet.offer}).
 * History beyond {@link GateAdapter#PLATES_PER_CAMERA} waits in files and survives the process, not
 * a power cut.
 *
 * <p>Out of scope: transactions of our own; a barrier cannot be rolled back.
 */
package cn.ecogate.adapter.jca;
