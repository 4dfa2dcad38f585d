/**
 * The line to the supervision platforms: carries every record up, once after its key, takes what
 * they send down, whole or not at all, and can say at any time how far it is.
 *
 * <p><b>Offers.</b> {@code Uploads}: platforms, queue, one record's anatomy with every call,
 * release and correction of a blocked record. {@code TransferBook}: transfer rate and completeness
 * by day, gate and kind, the day in words. {@code Received}: lists, strategies and violations as
 * they came, and how old they are. {@code UploadsChanged} (asynchronous, at most one a second and
 * platform). {@code runOnce()} of the workers for tests.
 *
 * <p><b>Requirements.</b>
 *
 * <ul>
 *   <li>Records are uploaded at once, resumed by themselves after an outage, and the rate is live
 *       (HJ 1321-2023, software functions 12: the authority counts what it did not get).
 *   <li>JSON, UTF-8, POST, token and RSA2 (standard). Names, codes and paths are not known for
 *       certain: they live in a profile per platform, see docs/interfaces/platform-profile.md.
 *   <li>No platform ever stops a truck: a dispatch row is written in the record's transaction, all
 *       else happens later.
 * </ul>
 *
 * <p><b>Decisions.</b>
 *
 * <ul>
 *   <li>The wire content is made from the ledger entry's text, not from the passage's row: the
 *       ledger is the truth, and this component stands below {@code passage}.
 *   <li>Claim (transaction), call (none), settle (transaction). Rejected: sending inside the
 *       transaction (a slow platform would hold database locks), and deleting sent rows (nobody
 *       could prove what was sent).
 *   <li>Order is kept per lane, among live records and among the backlog. After 60 s a record is
 *       backlog and newer ones overtake it; each carries its own time. Rejected: one order for all,
 *       in which three days of backlog make every live record three days late.
 *   <li>Several senders a platform, each with one lane's records; live ones have places of their
 *       own beside the backlog. Rejected: one record at a time, and several of one lane.
 *   <li>Claims of one platform take turns under its line row; queue rows are locked by primary key
 *       only. Rejected: locking a range of the queue's index, which holds up the inserts of trucks.
 *   <li>Every call is kept as digest, answer, time and duration, never with a token. Rejected:
 *       keeping the bodies, which are in the ledger and the photo archive already.
 *   <li>Counts by day are counted when asked, so that a late arrival puts its own day right.
 *       Rejected: counters per day, which have to be believed.
 *   <li>What a platform refused is corrected by a ledger entry of its own that is laid over the
 *       record when it is sent. Rejected: changing the record.
 *   <li>A line without answer is quiet as a whole; an answer "not now" holds only that lane. An
 *       answered heartbeat after trouble sends everything at once.
 *   <li>What goes up is decided by one recipe per kind of ledger entry ({@code Outgoing}); the
 *       plant's own data becomes an entry when it changes, an order is confirmed by its own entry.
 *   <li>What comes down is claimed, asked for and taken like a record, and in one transaction. A
 *       whole list with an illegible row releases nobody. Rejected: taking page by page.
 * </ul>
 *
 * <p><b>Out of scope.</b> What lists and strategies mean (strategy), which passages a violation
 * means (web).
 */
package cn.ecogate.uplink;
