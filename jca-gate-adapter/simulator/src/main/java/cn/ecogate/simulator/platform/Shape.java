package cn.ecogate.simulator.platform;

/** In whose manner a platform speaks; named as the profile that knows how to speak with it. */
public enum Shape {
  YUNNAN("yunnan"),
  BEARER_THROUGH("bearer-through"),
  CHECK_FIRST("check-first");

  private final String profile;

  Shape(String profile) {
    this.profile = profile;
  }

  /** The shape a profile speaks to; one of the plant's own is taken for the usual one. */
  static Shape of(String profile) {
    for (Shape shape : values()) {
      if (shape.profile.equals(profile)) {
        return shape;
      }
    }
    return YUNNAN;
  }
}
