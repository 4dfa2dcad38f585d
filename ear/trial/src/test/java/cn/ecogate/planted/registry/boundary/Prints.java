package cn.ecogate.planted.registry.boundary;

/** Planted: a print. */
class Prints {
  void print() {
    System.out.println("planted");
  }
}
