package cn.ecogate.planted.registry.boundary;

/** Planted: a call that the container refuses. */
class CallsClosedMethod {
  void call(ClosedBean bean) {
    bean.closed();
  }
}
