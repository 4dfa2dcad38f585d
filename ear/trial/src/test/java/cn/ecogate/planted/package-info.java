/** A house in which every rule of docs/house.md is broken once, so that every rule is seen red. */
package cn.ecogate.planted;
