/**
 * A runnable virtual site: plays the cameras, relay boards and displays of a site file with their
 * own protocols, and the traffic of a plausible day between them.
 *
 * <p>Offers: {@code VirtualSite --site FILE --data-dir DIR} (all options by {@code --help}); {@code
 * simulator/truth.jsonl}, one line per event, command and movement; a control door on loopback for
 * tests. All of it is described in {@code docs/interfaces/simulator.md}.
 *
 * <p>Requirements: the bytes are those of the devices (ISAPI alert stream with Digest, RTU frames,
 * the parking board's frames), because the adapter is judged by them; nothing is shared with the
 * adapter, or a mistake would agree with itself; only loopback is listened on, since a site file
 * may name real devices; a taken port ends the start with one sentence before any truck moves; it
 * ends with its parent when told so, because an orphan would hold the ports.
 *
 * <p>Decisions: sockets and bytes by hand. Rejected: an HTTP server library for the camera, which
 * would chunk the stream and hide the line from plug-pulling tests; j2mod for the board, which is
 * what the adapter uses. Pictures are drawn when sent and can be drawn again byte for byte.
 * Rejected: sample photos, which would carry real people's plates.
 *
 * <p>Out of scope: whether anybody may enter (that is the product's), and the platform, which is
 * played by {@code cn.ecogate.simulator.platform}.
 */
package cn.ecogate.simulator;
