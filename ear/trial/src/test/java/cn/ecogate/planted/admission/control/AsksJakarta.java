package cn.ecogate.planted.admission.control;

import jakarta.inject.Inject;

/** Planted: a rule with a container. */
class AsksJakarta {
  @Inject String injected;
}
