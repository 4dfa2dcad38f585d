/**
 * The registers on a handheld: vehicles, fleets and pictures of papers, read by everybody and
 * changed by those who may file.
 */
package cn.ecogate.mobile.registry;
