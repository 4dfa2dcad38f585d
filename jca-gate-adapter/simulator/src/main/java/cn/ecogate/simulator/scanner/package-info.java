/** A code scanner or a tag reader: lines of text, when something is held before it. */
package cn.ecogate.simulator.scanner;
