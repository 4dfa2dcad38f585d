package cn.ecogate.planted.web.passage;

import jakarta.persistence.EntityManager;

/** Planted: a page with a database. */
class OpensDatabase {
  EntityManager em;
}
