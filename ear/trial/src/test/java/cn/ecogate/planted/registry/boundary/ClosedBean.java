package cn.ecogate.planted.registry.boundary;

import jakarta.ejb.Stateless;

/** Planted: a bean with a method that the container refuses to others. */
@Stateless
public class ClosedBean {
  void closed() {}
}
