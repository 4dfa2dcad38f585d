package cn.ecogate.mobile.account;

import cn.ecogate.vocabulary.Rejected;

/**
 * Who wants a token, and for which device.
 *
 * @param device the handheld's own lasting name; a new token of the same user and device ends the
 *     old one
 */
public record SignIn(String user, String password, String device) {

  /** Throws {@link Rejected} at the first field that is missing, before a password is checked. */
  void requireComplete() {
    require(user, "user", "请填写用户名。");
    require(password, "password", "请填写密码。");
    require(device, "device", "请填写设备名称。");
  }

  @Override
  public String toString() {
    return user + " on " + device;
  }

  private static void require(String text, String field, String sentence) {
    if (text == null || text.isBlank()) {
      throw new Rejected("field-missing", field, sentence);
    }
  }
}
