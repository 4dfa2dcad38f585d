package cn.ecogate.adapter.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of a scanned code looks like, by its shape alone. Whether a number is valid, and
 * whose it is, the application knows.
 *
 * @param value the number within the text
 */
public record TagText(Kind kind, String value) {

  private static final String VIN_PLACES = "[A-HJ-NPR-Z0-9]{17}";
  private static final Pattern VIN = Pattern.compile(VIN_PLACES);
  private static final Pattern VIN_IN_PATH = Pattern.compile("/(" + VIN_PLACES + ")/?$");
  private static final Pattern PIN = Pattern.compile("[A-Z0-9]{17}");
  private static final Pattern DISCLOSURE = Pattern.compile("CNFJG[34][0-9A-Z]{18}");
  private static final Pattern EPC = Pattern.compile("[0-9A-F]{24}|[0-9A-F]{32}");
  private static final Pattern REGISTRATION = Pattern.compile("[0-9A-Z\\-\\u4E00-\\u9FFF]{4,32}");

  /** GB 16735: the check is a digit or X; ISO 10261 puts a letter into the same place of a PIN. */
  private static final int CHECK_PLACE = 8;

  /** What a code can be. */
  public enum Kind {
    /** A vehicle's VIN: from the environmental list's QR code, or bare. */
    VIN,
    /** 环保信息公开编号 of a machine's type, 24 places. */
    DISCLOSURE,
    /** 机械产品识别码 of one machine, 17 places. */
    PIN,
    /** 环保登记编码, whose printed form differs from place to place. */
    REGISTRATION,
    /** What a radio tag carries, in hexadecimal digits. */
    EPC,
    /** Anything else. */
    OPAQUE
  }

  /** Never fails: what is nothing else is opaque. */
  public static TagText of(String text) {
    String plain = text.strip();
    Matcher listed = VIN_IN_PATH.matcher(pathAtTheAuthority(plain));
    if (listed.find()) {
      return new TagText(Kind.VIN, listed.group(1));
    }
    // ISO 10261 prints a PIN between asterisks.
    boolean starred = plain.length() > 2 && plain.startsWith("*") && plain.endsWith("*");
    String bare =
        (starred ? plain.substring(1, plain.length() - 1) : plain)
            .replace(" ", "")
            .toUpperCase(Locale.ROOT);
    if (!starred
        && VIN.matcher(bare).matches()
        && "0123456789X".indexOf(bare.charAt(CHECK_PLACE)) >= 0) {
      return new TagText(Kind.VIN, bare);
    }
    if (PIN.matcher(bare).matches()) {
      return new TagText(Kind.PIN, bare);
    }
    if (DISCLOSURE.matcher(bare).matches()) {
      return new TagText(Kind.DISCLOSURE, bare);
    }
    if (EPC.matcher(bare).matches()) {
      return new TagText(Kind.EPC, bare);
    }
    boolean mixed = bare.matches(".*[0-9].*") && bare.matches(".*[A-Z\\u4E00-\\u9FFF].*");
    return mixed && REGISTRATION.matcher(bare).matches()
        ? new TagText(Kind.REGISTRATION, bare)
        : new TagText(Kind.OPAQUE, plain);
  }

  /** The path of an address at vecc.org.cn; empty for every other text and every other host. */
  private static String pathAtTheAuthority(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
      boolean theirs = host.equals("vecc.org.cn") || host.endsWith(".vecc.org.cn");
      return theirs && scheme.matches("https?") && uri.getPath() != null
          ? uri.getPath().toUpperCase(Locale.ROOT)
          : "";
    } catch (URISyntaxException noAddress) {
      return "";
    }
  }
}
