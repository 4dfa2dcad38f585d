/** The simulator's own, minimal reading of a site file. */
package cn.ecogate.simulator.site;
