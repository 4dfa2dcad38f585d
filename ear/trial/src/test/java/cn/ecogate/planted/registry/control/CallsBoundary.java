package cn.ecogate.planted.registry.control;

import cn.ecogate.planted.registry.boundary.Register;

/** Planted: a calculation that calls its boundary. */
class CallsBoundary {
  Register register;
}
