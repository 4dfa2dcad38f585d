/**
 * The traffic of a plausible day: vehicles, what they are meant to be, and their way through a
 * lane; moved by handed-in time.
 */
package cn.ecogate.simulator.day;
