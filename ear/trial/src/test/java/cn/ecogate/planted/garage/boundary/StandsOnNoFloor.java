package cn.ecogate.planted.garage.boundary;

/** Planted: a component without a floor. */
class StandsOnNoFloor {}
