package cn.ecogate.evidence.control;

import cn.ecogate.evidence.entity.Caption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A caption's words, in Chinese or, where no font has Chinese characters, in Latin letters. */
public final class CaptionText {

  /** The plant's time, whatever the server's. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  /** The Chinese characters that stand on plates. */
  private static final Map<Character, String> LATIN =
      latin(
          "京Jing 津Jin 沪Hu 渝Yu 冀Ji 豫Yu4 云Yun 辽Liao 黑Hei 湘Xiang 皖Wan 鲁Lu 新Xin 苏Su 浙Zhe 赣Gan "
              + "鄂E 桂Gui 甘Gan1 晋Jin4 蒙Meng 陕Shaan 吉Ji2 闽Min 贵Gui4 粤Yue 青Qing 藏Zang 川Chuan 宁Ning "
              + "琼Qiong 挂Gua 学Xue 警Jing3 港Gang 澳Ao 使Shi 领Ling 应Ying 急Ji4");

  private CaptionText() {}

  /** Plate, time, gate no. and barrier no. (HJ 1321-2023), each a part that is never broken. */
  public static List<String> parts(Caption caption, boolean chinese) {
    boolean read = caption.plate() != null && !caption.plate().isBlank();
    String time = TIME.format(caption.time());
    return chinese
        ? List.of(
            read ? caption.plate() : "号牌未识别",
            time,
            "出入口 " + caption.gateNo(),
            "道闸 " + caption.barrierNo())
        : List.of(
            read ? latin(caption.plate(), LATIN) : "no plate read",
            time,
            "gate " + latin(caption.gateNo(), LATIN),
            "barrier " + latin(caption.barrierNo(), LATIN));
  }

  private static String latin(String text, Map<Character, String> letters) {
    StringBuilder latin = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c >= ' ' && c < 127) {
        latin.append(c);
      } else {
        latin.append(latin.length() == 0 ? "" : "-");
        latin.append(letters.getOrDefault(c, "?"));
        latin.append('-');
      }
    }
    return latin.toString().replace("--", "-").replaceAll("-$", "");
  }

  private static Map<Character, String> latin(String table) {
    Map<Character, String> letters = new HashMap<>();
    for (String entry : table.split(" ")) {
      letters.put(entry.charAt(0), entry.substring(1));
    }
    return Map.copyOf(letters);
  }
}
