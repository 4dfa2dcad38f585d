package cn.ecogate.planted.registry.boundary;

import cn.ecogate.planted.adapter.api.catalogue.Card;

/** Planted: the catalogue is for those who describe devices. */
class ReadsTheCatalogue {
  Card card;
}
