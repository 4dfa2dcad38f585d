package cn.ecogate.planted.strategy.boundary;

import cn.ecogate.planted.registry.boundary.Register;

/** Planted: an import that goes sideways. */
class ImportsRegistry {
  Register register;
}
