package cn.ecogate.planted.registry.boundary;

import cn.ecogate.planted.adapter.api.Plug;

/** Planted: a friend the adapter does not have. */
class TalksToAdapter {
  Plug plug;
}
