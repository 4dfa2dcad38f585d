/** A weighbridge: what stands on it, and the three indicators that say so all the time. */
package cn.ecogate.simulator.scale;
