/**
 * What cameras of all brands have in common: a memory of what they saw, photos, HTTP behind a
 * password, a stream of events; no brand's words are here, and nothing of lanes and drivers.
 */
package cn.ecogate.simulator.camera;
