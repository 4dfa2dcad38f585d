/** Passages: looked up, told in full, entered by hand. */
package cn.ecogate.mobile.passage;
