/** Confirmations of exceeding information: what has to be re-checked, and what was found. */
package cn.ecogate.mobile.confirmation;
