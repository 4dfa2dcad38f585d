package cn.ecogate.planted.registry.boundary;

import cn.ecogate.planted.passage.boundary.Desk;

/** Planted: an import that goes up. */
class ImportsPassage {
  Desk desk;
}
