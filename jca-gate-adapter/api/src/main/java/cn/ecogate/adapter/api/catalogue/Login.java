package cn.ecogate.adapter.api.catalogue;

/** What user and password mean to a driver. */
public enum Login {
  /** The device asks for none; neither may be given. */
  NONE,
  /** The account by which we log in at the device; both or neither. */
  ACCOUNT,
  /**
   * Only a password, and required: the secret by which a device that calls us is recognised, as a
   * part of the path it calls. So at least {@value #SHORTEST_SECRET} letters, digits, - or _.
   */
  SECRET;

  static final int SHORTEST_SECRET = 8;
}
