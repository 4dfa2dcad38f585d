/**
 * Every driver there is, and what its devices have to be told: one table, read by the adapter, by
 * the site file and by the form of the device page.
 *
 * <p>Offers: {@link cn.ecogate.adapter.api.catalogue.Catalogue} (the cards; what is wrong with a
 * device, or with a list of devices); {@link cn.ecogate.adapter.api.catalogue.Settings} (a device's
 * settings, read by its card); {@link cn.ecogate.adapter.api.catalogue.Address}.
 *
 * <p>Requirements: whoever installs a device is no programmer: a fault names the device, the field
 * and the remedy, in Chinese and English. No wire belongs to two devices: the same coil, input,
 * board or channel given twice would open the wrong barrier.
 *
 * <p>Decisions: a card is data, so that a form can be drawn from it; what data cannot say (one
 * setting that depends on another) is a {@link cn.ecogate.adapter.api.catalogue.Condition}.
 * Rejected: a class per driver, whose form, checks and documentation would drift apart.
 *
 * <p>A driver is added by one card in the class of its kind ({@code CameraCards}, {@code
 * BarrierCards} …) and by what carries it in the adapter: docs/interfaces/adding-a-device.md.
 *
 * <p>Out of scope: bytes and sockets. Pure Java; imported by the adapter, {@code site}, {@code
 * device} and the device page.
 */
package cn.ecogate.adapter.api.catalogue;
