package cn.ecogate.adapter.wire;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is asked of a Vzenith camera on its TCP line: the commands' JSON, byte for byte. */
public final class VzenithTalk {

  private VzenithTalk() {}

  /** Report every vehicle, with the whole picture and the plate. */
  public static String subscribe(String id) {
    return command("ivsresult", id)
        + ",\"enable\":true,\"format\":\"json\",\"image\":true,\"image_type\":2}";
  }

  public static String startLogin(String id) {
    return command("start_login", id) + "}";
  }

  /**
   * The password never crosses the line: HMAC-SHA1 of the camera's signature with the password as
   * its key.
   */
  public static String login(String id, String password, String signature) {
    return command("login_authentication", id)
        + field("authentication", hmac(password, signature))
        + "}";
  }

  private static String hmac(String password, String signature) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(password.getBytes(DeviceText.GBK), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signature.getBytes(DeviceText.GBK)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA1", e);
    }
  }

  public static String serialNumber(String id) {
    return command("getsn", id) + "}";
  }

  public static String lastRecord(String id) {
    return command("get_max_rec_id", id) + "}";
  }

  /** A stored vehicle, with its pictures. */
  public static String record(long record) {
    return "{\"cmd\":\"get_record\",\"id\":" + record + ",\"format\":\"json\",\"image\":true}";
  }

  /** A stored vehicle's picture, for firmware that leaves it out of the record. */
  public static String image(long record) {
    return "{\"cmd\":\"get_image\",\"id\":" + record + "}";
  }

  /** What it sees at this moment. */
  public static String snapshot(String id) {
    return command("get_snapshot", id) + "}";
  }

  /**
   * An output closed for so long.
   *
   * @param command {@code ioctl_resp}, which is always answered, or {@code ioctl} of older firmware
   */
  public static String pulse(String command, String id, int output, int millis) {
    return command(command, id) + ",\"delay\":" + millis + ",\"io\":" + output + ",\"value\":2}";
  }

  /**
   * @param status 0 free, 1 held on, 2 held off
   */
  public static String lock(String id, int output, int status) {
    return command("set_io_lock_status", id)
        + ",\"body\":[{\"ioout\":"
        + output
        + ",\"status\":"
        + status
        + "}]}";
  }

  public static String input(String id, int input) {
    return command("get_gpio_value", id) + ",\"gpio\":" + input + "}";
  }

  /** From now on the camera decides by its own list if we are silent for so long. */
  public static String offlineCheck(String id, int seconds) {
    return command("reg_offline_check", id) + ",\"interval\":" + seconds + "}";
  }

  public static String online(String id) {
    return command("response_online", id) + "}";
  }

  /** Every plate of the camera's own list. */
  public static String listAll(String id) {
    return command("white_list_operator", id)
        + ",\"operator_type\":\"select\",\"sub_type\":\"plate\",\"plate\":\"\"}";
  }

  /**
   * @param from and until local time, {@code yyyy-MM-dd HH:mm:ss}
   * @param code unique to the plate, at most 32 characters
   */
  public static String listAdd(String id, String plate, String from, String until, String code) {
    return command("white_list_operator", id)
        + ",\"operator_type\":\"update_or_add\",\"dldb_rec\":{"
        + field("create_time", from).substring(1)
        + field("enable_time", from)
        + field("overdue_time", until)
        + ",\"enable\":1"
        + field("plate", plate)
        + ",\"time_seg_enable\":0,\"seg_time\":\"\",\"need_alarm\":0"
        + field("vehicle_code", code)
        + ",\"vehicle_comment\":\"EcoGate\",\"customer_id\":0}}";
  }

  /** Of that plate only: without one the camera would clear its whole list. */
  public static String listDelete(String id, String plate) {
    if (plate.isBlank()) {
      throw new IllegalArgumentException("no plate: the camera would clear its list");
    }
    return command("white_list_operator", id)
        + ",\"operator_type\":\"delete\""
        + field("plate", plate)
        + "}";
  }

  /** Opens the transparent channel to what hangs on the camera's serial port. */
  public static String serialOpen(String id, String port) {
    return command("ttransmission", id) + ",\"subcmd\":\"init\"" + field("data", port) + "}";
  }

  /** Not answered by the camera. */
  public static String serialSend(String id, String port, byte[] bytes) {
    return command("ttransmission", id)
        + ",\"subcmd\":\"send\",\"datalen\":"
        + bytes.length
        + field("data", Base64.getEncoder().encodeToString(bytes))
        + field("comm", port)
        + "}";
  }

  private static String command(String name, String id) {
    return "{\"cmd\":\"" + name + "\",\"id\":\"" + id + "\"";
  }

  private static String field(String name, String value) {
    StringBuilder quoted = new StringBuilder();
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\');
      }
      quoted.append(c < ' ' ? ' ' : c);
    }
    return ",\"" + name + "\":\"" + quoted + "\"";
  }
}
