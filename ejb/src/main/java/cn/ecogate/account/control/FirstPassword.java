package cn.ecogate.account.control;

import java.security.SecureRandom;

/** Makes the first administrator's password: 80 random bits, without letters that look alike. */
public final class FirstPassword {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789A";
  private static final int GROUPS = 4;
  private static final int GROUP = 4;

  private FirstPassword() {}

  public static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      password
          .append(i > 0 && i % GROUP == 0 ? "-" : "")
          .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
