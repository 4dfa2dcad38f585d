package cn.ecogate.adapter.api.catalogue;

/**
 * What is wrong with one device.
 *
 * @param deviceId whose
 * @param field {@code id}, {@code driver}, {@code address}, {@code user}, {@code password}, or the
 *     setting's name
 * @param words what should be, and the remedy; without device and field, never with a password
 */
public record Fault(String deviceId, String field, Label words) {

  /** The whole sentence, for a reader who sees no form. */
  public String sentence() {
    return "设备 " + deviceId + " 的 " + field + "：" + words.chinese();
  }
}
