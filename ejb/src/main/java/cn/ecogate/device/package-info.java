/**
 * The site's devices as the application meets them: what they are told, and how they are.
 *
 * <p>Offers: {@code GateControl} tells barriers, displays and voices; {@code NoticeKeeper} keeps
 * the notice boards; {@code DeviceWatch} knows every link and every boom; {@code DevicesChanged}
 * says when either changed, {@code BarrierMoved} what a boom did, to those who keep records of it.
 *
 * <p>Requirements: a device that fails never stops a truck's record (it answers with what happened,
 * in words); health is visible since when, with the last fault (HJ 1321-2023, fault alarm); a
 * device away for longer than a set time is an alarm; a notice board shows enterprise, people,
 * alert level and measures in force (HJ 1321-2023, notice board), within a second of a change; the
 * devices are the site's as they are now, installed at each start and at each change.
 *
 * <p>Decisions: a command answers an {@code Acknowledgement} instead of throwing, because its
 * failure is a fact of the passage that an inspector reads. Rejected: exceptions, which every
 * caller would turn into such a fact again. The newest health is held in memory: it is true only
 * now, and the adapter tells it again after a restart.
 *
 * <p>Out of scope: whether a barrier may open (admission), bytes on a wire (the adapter).
 */
package cn.ecogate.device;
