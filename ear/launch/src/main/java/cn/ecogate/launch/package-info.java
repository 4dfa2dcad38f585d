/**
 * The one command: starts database, virtual site and server as children, waits until the
 * application is ready, says where everything is, and stops all of it together.
 *
 * <p>Offers: {@link cn.ecogate.launch.Run}, the main class behind {@code ./run}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Whatever can be found wrong before starting is found before starting, and refused in one
 *       sentence.
 *   <li>Children are tied to the launcher by a pipe: they end when it ends, even by kill -9.
 *       Rejected: a pid file and a stop command, which leaves strays behind a crash.
 *   <li>When the database or the server ends unasked, everything ends with an error, and whoever
 *       supervises the launcher starts it again. Rejected: restarting one part under the others'
 *       feet.
 *   <li>Payara Micro's runtime folder is made anew at every start, and Hazelcast is off: one plant,
 *       one server.
 * </ul>
 *
 * <p>Out of scope: running as a service, TLS (see the administrator's guide).
 */
package cn.ecogate.launch;
