/** The line to the platforms: how far it is, what waits, what came down. Looking only. */
package cn.ecogate.mobile.uplink;
