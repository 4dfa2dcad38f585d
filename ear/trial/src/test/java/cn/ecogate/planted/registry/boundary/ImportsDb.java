package cn.ecogate.planted.registry.boundary;

import cn.ecogate.planted.db.Starter;

/** Planted: the application starting its database. */
class ImportsDb {
  Starter starter;
}
