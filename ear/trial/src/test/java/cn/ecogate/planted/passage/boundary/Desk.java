package cn.ecogate.planted.passage.boundary;

/** Planted: an upstairs neighbour. */
public class Desk {}
