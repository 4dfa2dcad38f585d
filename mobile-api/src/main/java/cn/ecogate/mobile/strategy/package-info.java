/** The exceeding list: who stands on it and why, listing and release by the house. */
package cn.ecogate.mobile.strategy;
