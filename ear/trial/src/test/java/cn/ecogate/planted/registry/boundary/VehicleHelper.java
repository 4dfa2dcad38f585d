package cn.ecogate.planted.registry.boundary;

/** Planted: a name that says nothing. */
class VehicleHelper {}
