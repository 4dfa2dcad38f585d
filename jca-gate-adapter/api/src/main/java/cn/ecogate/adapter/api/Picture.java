package cn.ecogate.adapter.api;

import java.io.Serializable;

/**
 * One picture of a {@link PlateSeen}, byte for byte as the camera sent it.
 *
 * @param name the camera's name for it, e.g. {@code licensePlatePicture.jpg}
 * @param bytes a JPEG as a rule; not copied, so nobody may change it
 */
public record Picture(Kind kind, String name, byte[] bytes) implements Serializable {

  /** What the picture shows. */
  public enum Kind {
    /** The vehicle, whole body or head with its surroundings. */
    SCENE,
    /** The plate cut out. */
    PLATE
  }

  @Override
  public String toString() {
    return kind + " " + name + " (" + bytes.length + " bytes)";
  }
}
