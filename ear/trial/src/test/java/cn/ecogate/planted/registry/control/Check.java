package cn.ecogate.planted.registry.control;

/** Planted: somebody's private calculation. */
public class Check {}
