/**
 * A supervision platform as a runnable program: it gives tokens, verifies RSA2 signatures, keeps
 * what it gets in a file of JSON lines, and fails on command.
 *
 * <p>Written from the interface description alone and sharing no code with the application's
 * uplink, so that a misunderstanding on one side shows on the other.
 */
package cn.ecogate.simulator.platform;
