package cn.ecogate.account.control;

import cn.ecogate.vocabulary.Rejected;
import java.util.Locale;

/** What a password must be: long, not the user's name, not the one before. */
public final class PasswordRules {

  public static final int SHORTEST = 10;

  /** Longer ones would only cost time to hash. */
  public static final int LONGEST = 128;

  private PasswordRules() {}

  /** Throws {@link Rejected} with {@code field} unless the password may be used by that user. */
  public static void check(String user, String password, String field) {
    if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
      throw new Rejected("password-too-short", field, "密码至少需要 " + SHORTEST + " 个字符。");
    }
    if (password.length() > LONGEST) {
      throw new Rejected("password-too-long", field, "密码最多 " + LONGEST + " 个字符。");
    }
    if (password.strip().toLowerCase(Locale.ROOT).equals(user.toLowerCase(Locale.ROOT))) {
      throw new Rejected("password-is-user-name", field, "密码不能与用户名相同。");
    }
    if (password.codePoints().distinct().count() < 4) {
      throw new Rejected("password-too-plain", field, "密码过于简单，请至少使用 4 种不同的字符。");
    }
  }

  /** Throws {@link Rejected} with {@code field} if the new password is the old one. */
  public static void checkChanged(String oldPassword, String newPassword, String field) {
    if (newPassword.equals(oldPassword)) {
      throw new Rejected("password-unchanged", field, "新密码不能与原密码相同。");
    }
  }
}
