package cn.ecogate.planted.device.boundary;

import jakarta.resource.spi.ResourceAdapter;

/** Planted: connector code outside the connector. */
class PlaysAdapter {
  ResourceAdapter adapter;
}
