/** The log of what really happened, for tests to compare records with. */
package cn.ecogate.simulator.truth;
