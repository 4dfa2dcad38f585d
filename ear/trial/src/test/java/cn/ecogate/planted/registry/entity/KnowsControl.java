package cn.ecogate.planted.registry.entity;

import cn.ecogate.planted.registry.control.Check;

/** Planted: a fact that knows its calculation. */
class KnowsControl {
  Check check;
}
