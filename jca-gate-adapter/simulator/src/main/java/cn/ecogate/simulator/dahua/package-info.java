/** Dahua: the snapshot and the event stream with their quirks, and the barrier by strobe. */
package cn.ecogate.simulator.dahua;
