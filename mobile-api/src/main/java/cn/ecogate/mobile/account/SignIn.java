package cn.ecogate.mobile.account;

import cn.ecogate.vocabulary.Rejected;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who wants a token, and for which device.
 *
 * @param device the handheld's own lasting name; a new token of the same user and device ends the
 *     old one
 */
@Schema(description = "登录")
public record SignIn(
    @Schema(example = "guard", required = true) String user,
    @Schema(example = "demo-guard-1", required = true) String password,
    @Schema(
            example = "handheld-07",
            required = true,
            maxLength = 80,
            description = "设备的固定名称；同一用户在同一设备上再次登录，旧令牌随即失效")
        String device) {

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
