/** How the site's devices are, for whoever stands beside one. */
package cn.ecogate.mobile.device;
