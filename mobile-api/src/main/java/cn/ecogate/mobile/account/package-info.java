/** Coming in and going out with a handheld. */
package cn.ecogate.mobile.account;
