/**
 * Lines of bytes and where they are plugged in, TCP or serial, and the cutting of sealed frames out
 * of them; what the bytes mean is the boards' matter.
 */
package cn.ecogate.simulator.line;
