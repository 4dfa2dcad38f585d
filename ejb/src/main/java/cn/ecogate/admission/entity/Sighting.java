package cn.ecogate.admission.entity;

/** What was made of the plate. */
public enum Sighting {
  READ,
  UNREAD,
  NO_PLATE
}
