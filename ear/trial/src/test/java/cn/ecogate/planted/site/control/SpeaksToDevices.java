package cn.ecogate.planted.site.control;

import cn.ecogate.planted.adapter.api.Plug;
import cn.ecogate.planted.adapter.api.catalogue.Card;

/** Planted: reads the catalogue, as it may, and the rest of the api, as it may not. */
class SpeaksToDevices {
  Card card;
  Plug plug;
}
