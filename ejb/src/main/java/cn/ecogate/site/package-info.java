/**
 * What the plant looks like: its enterprise, gates, lanes, devices and platforms, read from one
 * file; and what people have changed about the devices since.
 *
 * <p><b>Offers:</b> {@link cn.ecogate.site.boundary.SiteBook} (the site, read once at start, with
 * the devices as they are now), {@link cn.ecogate.site.boundary.DeviceBook} (adds, changes and
 * removes devices) and {@link cn.ecogate.site.boundary.PlantClock} (the one source of time).
 *
 * <p><b>Requirements</b>
 *
 * <ul>
 *   <li>HJ 1321-2023 enterprise, barrier and video device information: number, name, gate letter,
 *       barrier of two digits. Whoever fills it in is no programmer, so every fault is one sentence
 *       that names line, key and remedy, in Chinese and English.
 *   <li>Accounts with known passwords must never reach a real plant: {@code demo-data} without
 *       {@code demo: true} stops the start.
 *   <li>No wire belongs to two devices: the same relay, input, display number or camera given twice
 *       would open the wrong barrier.
 *   <li>A device's password is sealed in the database, never shown, never logged, never in the
 *       ledger.
 * </ul>
 *
 * <p><b>Decisions</b>
 *
 * <ul>
 *   <li>A file for what is built once: it is compared, copied and kept under version control.
 *       Devices, which are replaced at night, are amended in the database over it (decision 9).
 *   <li>Every value is taken as written (01 stays 01). Rejected: YAML's guesses at numbers and
 *       dates, which lose leading zeros.
 *   <li>Unknown keys are refused with the nearest known one. Rejected: ignoring them, which turns a
 *       slip of the pen into a device that silently uses a default.
 *   <li>A file that cannot be read stops the deployment. Rejected: starting with no gates.
 * </ul>
 *
 * <p><b>Out of scope:</b> whether a device answers (device), what a profile sends (uplink), filling
 * the demo plant (demo).
 */
package cn.ecogate.site;
