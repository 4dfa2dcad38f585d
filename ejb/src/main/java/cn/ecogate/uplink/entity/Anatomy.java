package cn.ecogate.uplink.entity;

import java.util.List;

/**
 * One record's way to a platform, laid open.
 *
 * @param calls every call made for it, oldest first
 * @param items what the record says, by the ledger's names, and what may be corrected of it
 * @param json as it would be sent now, photos left out; empty if it cannot be made
 */
public record Anatomy(Dispatch dispatch, List<PlatformCall> calls, List<Item> items, String json) {

  /**
   * One item of the record.
   *
   * @param value empty text if it has none
   * @param missing true if it is required and not there, or not valid
   * @param correctable true if a person may say what is sent instead
   * @param corrected true if a person has
   */
  public record Item(
      String name, String value, boolean missing, boolean correctable, boolean corrected) {}
}
