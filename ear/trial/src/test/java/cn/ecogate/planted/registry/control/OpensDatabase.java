package cn.ecogate.planted.registry.control;

import jakarta.persistence.EntityManager;

/** Planted: a calculation with a database. */
class OpensDatabase {
  EntityManager em;
}
