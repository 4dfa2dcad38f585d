/**
 * Alarms: what needs a person, until somebody has dealt with it or its cause is over.
 *
 * <p>Offers: {@code AlarmDesk} raises and clears for the house itself; {@code Alarms} lists,
 * acknowledges and closes for people; {@code AlarmsChanged} says when there is news. {@code
 * Escalation} hands what nobody acknowledges to the officer and then to the administrator. {@code
 * AlarmChannels} keeps who is told outside (webhook, mail), {@code NoticeWorker} tells them.
 *
 * <p>Requirements: misuse, exceeding vehicles, vehicles against the strategy, faults and missed
 * uploads raise an alarm, and owner and guard are told at once (HJ 1321-2023, alarms); an alarm is
 * never lost in a flood of its own repeats; who acknowledged or closed one, and why, is provable.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>One alarm stands per kind and subject, by a unique key: a repeat counts up and moves the
 *       last time. Rejected: a row per occurrence, which buries the one that matters; the
 *       occurrences themselves are entries of the component that saw them.
 *   <li>Raising joins the caller's transaction, so that a lift and its alarm are kept together. It
 *       writes nothing into the ledger, because its caller may hold the ledger's head. Whoever must
 *       not fail with an alarm (a passage) raises it after its own commit.
 *   <li>What people do to an alarm goes into the ledger in the same transaction.
 *   <li>An alarm does not know its cause's page; screens link by kind and subject. Rejected: a link
 *       in the row, which outlives the page it leads to.
 *   <li>What a channel has to be told is a row written in the alarm's own transaction, once per
 *       alarm, channel and change by a unique key; a channel is never told of repeats. Rejected:
 *       telling from an event after the commit, which a crash loses.
 *   <li>A level is the time since raising looked up in a plan, so a server that was down catches up
 *       in one step. Rejected: counting steps.
 * </ul>
 *
 * <p>Out of scope: short messages and calls by telephone; quiet hours.
 */
package cn.ecogate.alarm;
