package cn.ecogate.account.control;

import cn.ecogate.account.entity.AccountDraft;
import cn.ecogate.account.entity.Role;
import cn.ecogate.vocabulary.Rejected;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an account must be, and what an administrator may not do to it. */
public final class AccountRules {

  /** As a form's placeholder and a hint say it. */
  public static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,28}");
  private static final int LONGEST_NAME = 100;

  private AccountRules() {}

  public static void checkUser(String user) {
    if (user == null || !USER.matcher(user).matches()) {
      throw new Rejected("user-shape", "user", "用户名应为 2 到 40 个小写字母、数字、点、下划线或连字符，并以字母或数字开头。");
    }
  }

  /** Throws {@link Rejected} at the first field that is wrong. */
  public static void check(String name, String phone, Set<Role> roles) {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Rejected("name-shape", "name", "请填写姓名，最多 100 个字符。");
    }
    if (phone != null && !phone.isBlank() && !PHONE.matcher(phone.strip()).matches()) {
      throw new Rejected("phone-shape", "phone", "电话应为 5 到 29 位数字，可含空格、连字符和开头的加号；不填也可以。");
    }
    if (roles.isEmpty()) {
      throw new Rejected("role-missing", "roles", "请至少选择一个角色。");
    }
  }

  /** Nobody locks himself out: his own administrator role is taken away by a colleague only. */
  public static void checkOwn(String caller, AccountDraft draft) {
    if (caller.equals(draft.user()) && !draft.roles().contains(Role.ADMINISTRATOR)) {
      throw new Rejected("own-administrator", "roles", "不能取消自己的管理员角色；请由另一位管理员来改。");
    }
  }

  public static void checkNotOwn(String caller, String user, String act) {
    if (caller.equals(user)) {
      throw new Rejected("own-account", "", "不能" + act + "自己的账户；请由另一位管理员来做，自己的密码在“修改密码”中更换。");
    }
  }

  /** A plant without an administrator could not be helped from inside. */
  public static void checkAdministratorLeft(long others) {
    if (others == 0) {
      throw new Rejected("last-administrator", "roles", "这是最后一个可用的管理员账户，不能停用或取消其管理员角色；请先指定另一位管理员。");
    }
  }

  /** For the ledger, which forgets nothing: enough to tell two numbers apart. */
  public static String masked(String phone) {
    if (phone == null || phone.isBlank()) {
      return null;
    }
    int shown = Math.min(4, phone.length() / 2);
    return "*".repeat(phone.length() - shown) + phone.substring(phone.length() - shown);
  }

  public static String roles(Set<Role> roles) {
    return roles.stream().map(Role::roleName).sorted().collect(Collectors.joining(","));
  }
}
