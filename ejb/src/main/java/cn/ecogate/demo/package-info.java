/**
 * Fills an empty demo plant from its site file.
 *
 * <p><b>Offers:</b> {@link cn.ecogate.demo.boundary.DemoPlant}, which runs once at every start.
 *
 * <p><b>Requirements</b>
 *
 * <ul>
 *   <li>A newcomer sees trucks admitted and refused within a minute of the first start, so there
 *       have to be accounts, vehicles, an exceeding list and a daily rule.
 *   <li>Accounts with known passwords exist only in a plant whose site file says {@code demo:
 *       true}; the start says so in the log.
 * </ul>
 *
 * <p><b>Decisions</b>
 *
 * <ul>
 *   <li>Through the same doors as people's filings, so the ledger has them and no rule is passed
 *       by. Rejected: a migration with rows, which would also reach real plants.
 *   <li>One transaction, and only into registers that are empty. Rejected: refreshing at every
 *       start, which would undo what a visitor tried.
 * </ul>
 *
 * <p><b>Out of scope:</b> the administrator (account), the trucks themselves (the simulator).
 */
package cn.ecogate.demo;
