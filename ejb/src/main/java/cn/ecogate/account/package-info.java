/**
 * Who may come in, and what for.
 *
 * <p>Offers: {@code Accounts} (sign-in, change of password, opening an account), {@code Tokens}
 * (bearer tokens of handhelds), {@code AuditTrail} (what was done to accounts, into the ledger).
 * {@code Doorkeeper} is the application's one authentication mechanism: a session for screens, a
 * token for {@code /api}. {@code FirstAdministrator} opens the first account.
 *
 * <p>For the sign-in page: it calls {@code SecurityContext.authenticate} with a {@code
 * UsernamePasswordCredential}; after a failure the request attribute {@code Doorkeeper.REFUSAL}
 * holds the sentence to show; after a success it goes on to {@code Doorkeeper.wanted(request)},
 * whose request parameter {@code wanted} it carries along. Somebody with a first password is shown
 * {@code /password.xhtml} only.
 *
 * <p>Requirements: roles and an audit log (HJ 1321-2023, software part: rights and tamper-evident
 * records). A token dies at once when it is revoked, because a lost handheld opens barriers. The
 * first password is known to a file, so its change is the first act.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>PBKDF2 from the JDK and not {@code Pbkdf2PasswordHash}: the same class serves the container
 *       and a test without one. Rejected: Argon2, which needs another library.
 *   <li>A sign-in for an unknown name costs the same hash; names are locked, not accounts.
 *       Rejected: a lock in the account's row, which tells who exists.
 *   <li>A try is counted before the password is checked. Rejected: counting failures afterwards,
 *       which lets a hundred parallel tries through.
 *   <li>Tokens are random and looked up, not signed (JWT): a signed one lives until it expires.
 *   <li>The session keeps a name, rights are read at each request. Rejected: the container's
 *       remembered subject, which outlives a change of password.
 * </ul>
 *
 * <p>Out of scope: managing accounts on a screen, single sign-on, second factors.
 */
package cn.ecogate.account;
