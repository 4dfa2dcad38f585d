/** A Modbus RTU relay board and the boom that hangs on it, moved by handed-in time. */
package cn.ecogate.simulator.relay;
