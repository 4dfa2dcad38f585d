package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.api.BarrierReport.Position;

/** What a Hikvision camera is told about the barrier on its terminals, and what it answers. */
public final class HikvisionGate {

  private HikvisionGate() {}

  /** What a barrier can be told. */
  public enum Order {
    OPEN,
    CLOSE,
    LOCK,
    UNLOCK
  }

  public static String path(int channel) {
    return "/ISAPI/Parking/channels/" + channel + "/barrierGate";
  }

  public static String statusPath(int channel) {
    return path(channel) + "/barrierGateStatus";
  }

  public static String order(Order order) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><BarrierGate><ctrlMode>"
        + order.name().toLowerCase(java.util.Locale.ROOT)
        + "</ctrlMode></BarrierGate>";
  }

  /** Passes if the answer says that the order was carried out. */
  public static void confirm(byte[] answer) throws WireException {
    XmlTree root = XmlTree.read(answer);
    String code = root.value("statusCode");
    // 1 is OK, 0 is OK in older firmware.
    if (!root.name().equalsIgnoreCase("ResponseStatus") || !code.matches("[01]")) {
      String why = root.value("subStatusCode");
      throw new WireException("摄像机没有执行命令（" + (why.isEmpty() ? "代码 " + code : why) + "）", answer);
    }
  }

  /** Where the boom is; UNKNOWN if no signal is wired. */
  public static Position status(byte[] answer) throws WireException {
    XmlTree root = XmlTree.read(answer);
    String told = root.anywhere("barrierGateStatus").map(XmlTree::text).orElse(root.text());
    return switch (told) {
      case "0" -> Position.UNKNOWN;
      case "1" -> Position.DOWN;
      case "2" -> Position.UP;
      default -> throw new WireException("摄像机回答的道闸状态读不懂：" + told, answer);
    };
  }
}
