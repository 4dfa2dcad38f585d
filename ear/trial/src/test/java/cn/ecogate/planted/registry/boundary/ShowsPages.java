package cn.ecogate.planted.registry.boundary;

import jakarta.faces.context.FacesContext;

/** Planted: pages in the domain. */
class ShowsPages {
  FacesContext context;
}
