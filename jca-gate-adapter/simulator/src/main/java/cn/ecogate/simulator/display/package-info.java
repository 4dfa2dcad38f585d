/** The common parking display with a voice. */
package cn.ecogate.simulator.display;
