package cn.ecogate.web.passage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Draws plates for {@code <g:plate>}. */
@Named
@ApplicationScoped
public class Plates {

  public PlateDrawing draw(String plate) {
    return PlateDrawing.of(plate);
  }
}
