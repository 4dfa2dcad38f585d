/**
 * Vzenith and its OEMs: the push with its re-sending habits, and the camera as a TCP server with
 * records, white list, outputs and an attached display.
 */
package cn.ecogate.simulator.vzenith;
