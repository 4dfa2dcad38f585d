/**
 * A Hikvision camera: Digest, the endless alert stream with its XML and pictures, its memory and
 * the back-fill; it knows nothing of lanes and drivers.
 */
package cn.ecogate.simulator.camera;
