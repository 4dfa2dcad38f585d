package cn.ecogate.passage.control;

import cn.ecogate.site.entity.Lane;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * A passage's number before the platform: gate, barrier, local time to the millisecond, and eight
 * hexadecimal digits of its event key; 28 characters (the standard allows 46).
 */
public final class SerialNumber {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneId.of("Asia/Shanghai"));

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private SerialNumber() {}

  /** The same arrival always gets the same number, so that a repeat cannot get a second one. */
  public static String of(Lane lane, Instant seenAt, String eventKey) {
    CRC32 crc = new CRC32();
    crc.update(eventKey.getBytes(StandardCharsets.UTF_8));
    return lane.gateNo()
        + lane.barrierNo()
        + STAMP.format(seenAt)
        + HEX.toHexDigits(crc.getValue(), 8);
  }
}
