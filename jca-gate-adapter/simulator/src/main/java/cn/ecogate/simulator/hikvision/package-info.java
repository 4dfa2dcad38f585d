/**
 * Hikvision: the endless alert stream with its XML and pictures, the same message pushed, the
 * back-fill and the barrier by ISAPI.
 */
package cn.ecogate.simulator.hikvision;
