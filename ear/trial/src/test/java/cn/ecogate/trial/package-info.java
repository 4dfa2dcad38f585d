/**
 * The started system, tried from outside: its command line, its pages, its API, its database, and
 * what a kill leaves behind.
 */
package cn.ecogate.trial;
