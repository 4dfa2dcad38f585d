/** Huaxia: form posts, from documents only. */
package cn.ecogate.simulator.huaxia;
