package cn.ecogate.planted.web.passage;

import cn.ecogate.planted.registry.control.Check;

/** Planted: somebody else'\''s control. */
class ReadsForeignControl {
  Check check;
}
