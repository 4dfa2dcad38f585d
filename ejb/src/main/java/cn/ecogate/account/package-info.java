/**
 * Who may come in, and what for.
 *
 * <p>Offers: {@code Accounts} (sign-in, change of the own password), {@code AccountDesk} (what the
 * administrator does to accounts), {@code Tokens} (bearer tokens of handhelds), {@code DoorBook}
 * (the ways in that are open now, seen and ended), {@code AuditTrail} (what was done to accounts,
 * into the ledger). {@code CallerLines} puts who and from where under every entry that a person
 * caused. {@code Doorkeeper} is the application's one authentication mechanism: a session for
 * screens, a token for {@code /api}. {@code FirstAdministrator} opens the first account.
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
 *   <li>A session is also a row, asked at every request, so that it can be ended from elsewhere.
 *       Rejected: ending it in the container, which knows only this node's.
 *   <li>The ledger asks for the caller's lines itself. Rejected: every recorder writing them, of
 *       which one forgets.
 *   <li>An account is disabled, never deleted: the ledger names it for good.
 * </ul>
 *
 * <p>Out of scope: single sign-on, second factors.
 */
package cn.ecogate.account;
