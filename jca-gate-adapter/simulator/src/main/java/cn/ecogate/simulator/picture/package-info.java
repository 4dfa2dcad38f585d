/**
 * Draws what a camera sees, from the plate in GA 36 proportions to the light of the hour; needs no
 * font to work, and one to write Chinese.
 */
package cn.ecogate.simulator.picture;
