package cn.ecogate.site.entity;

/** Who has to check a vehicle's filing before it counts at the gate. */
public enum ReviewRule {
  /** Nobody: what is filed is in force. */
  NONE,
  /** Somebody who may file, also the one who filed. */
  ANYBODY,
  /** Somebody else than the one who filed. */
  ANOTHER_PERSON
}
