package cn.ecogate.mobile.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who wants a token, and for which device.
 *
 * @param device the handheld's own lasting name; a new token of the same user and device ends the
 *     old one
 */
@Schema(description = "登录")
public record SignIn(
    @Schema(example = "guard", required = true)
        @NotBlank(message = "请填写用户名。")
        @Size(max = 100, message = "用户名过长。")
        String user,
    @Schema(example = "demo-guard-1", required = true)
        @NotBlank(message = "请填写密码。")
        @Size(max = 1000, message = "密码过长。")
        String password,
    @Schema(
            example = "handheld-07",
            required = true,
            description = "设备的固定名称；同一用户在同一设备上再次登录，旧令牌随即失效")
        @NotBlank(message = "请填写设备名称。")
        @Size(max = 80, message = "设备名称最多 80 个字符。")
        String device) {

  @Override
  public String toString() {
    return user + " on " + device;
  }
}
