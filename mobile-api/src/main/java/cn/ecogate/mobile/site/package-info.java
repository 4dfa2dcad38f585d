/** The site's lanes, the first thing a handheld shows. */
package cn.ecogate.mobile.site;
