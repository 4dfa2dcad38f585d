package cn.ecogate.planted.registry.boundary;

import jakarta.ejb.EJB;

/** Planted: a field that stays empty. */
class AsksForEjb {
  @EJB ClosedBean bean;
}
