/**
 * The lines to the devices: one owner for each address, who connects, reconnects and closes.
 *
 * <p>Offers: {@link Switchboard} (install, send, health, barriers), which puts what devices say
 * into an {@link Outlet} and takes its threads from {@link Threads}. {@link Timings} says how long
 * anything is waited for.
 *
 * <p>Requirements: a device that is off at the start, ends its stream, falls silent for three
 * heartbeats, refuses the password or is unplugged is called again after 1 s, doubling to 30 s,
 * spread by a quarter, by one thread, which {@code end()} wakes. A write is sent once: repeating an
 * unanswered open command would open twice. A late answer is not taken for the next one: the line
 * is drained before each request, and rests after a time-out. A coil that we switch off ourselves
 * is noted before it is switched on, switched off when due, at every connect and before every
 * leaving, and read back. The boom is lowered only where a loop says that nobody stands under it.
 *
 * <p>Decisions: a command runs on its caller's thread and waits for one exchange at most (turns are
 * given in order); rejected: a queue to the owner's thread, which would add two thread changes to
 * every opening. Plain blocking sockets; closing one ends its read at once. Reports of a boom wait
 * in the outlet; if that is full, inputs are not polled, rather than a movement lost.
 *
 * <p>A driver is added by its card in {@code api.catalogue} and by what carries it here. If the
 * card names a line of its own, that is one entry in {@link Links}: a class after {@link OwnedLink}
 * whose {@code connectAndWork} connects, reads and throws when the line is lost (see {@link
 * StreamLink}, the one that reads, and {@link BusLink}, the one that asks). If it rides on a line
 * that is there, e.g. a barrier that its camera raises, its card names that line and the link looks
 * at {@code spec.driver()} (see {@link BusLink}'s parts). A link is given only devices without
 * faults, all of one address and one line, and reads them with {@code Settings.of(spec)}. Each
 * device has a {@link Gauge}: {@code introduce} at the start, {@code heard} for each frame
 * understood, {@code misunderstood} for each that was not.
 *
 * <p>Devices that speak unasked (weighbridges, scanners) have a {@link ListeningLink} with one
 * {@link Ear}: a weight is told once when it rests, an indicator that is silent for two seconds
 * shows nothing any more.
 *
 * <p>Cameras that call us share a {@link PushLink}: one thread, many connections. A brand of them
 * is a {@code wire.PushDialect} and its entry in {@link Caller}. What a stream missed is fetched by
 * a {@link BackFill}, from a brand that keeps a list ({@link CameraBrand#plateBook}).
 *
 * <p>Known limits: a rise counts as commanded within 5 s of our command. A report whose predecessor
 * was not {@code DOWN} is not a rise. Host names of one machine written differently are two
 * addresses.
 *
 * <p>Out of scope: bytes (see {@code wire}), the server (see {@code jca}), what an event means.
 */
package cn.ecogate.adapter.link;
