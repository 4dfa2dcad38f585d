/**
 * Control strategies and the exceeding list on the handheld: what is in force and who stands on the
 * list, read by everybody, changed by the officer.
 */
package cn.ecogate.mobile.strategy;
