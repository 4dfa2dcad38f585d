package cn.ecogate.planted.registry.boundary;

/** Planted: somebody to know. */
public class Register {}
