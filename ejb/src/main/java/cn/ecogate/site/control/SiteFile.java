package cn.ecogate.site.control;

import cn.ecogate.site.entity.DemoData;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Enterprise;
import cn.ecogate.site.entity.Gate;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.site.entity.LoadRule;
import cn.ecogate.site.entity.PlatformEntry;
import cn.ecogate.site.entity.PlatformSecurity;
import cn.ecogate.site.entity.ReviewRule;
import cn.ecogate.site.entity.Site;
import cn.ecogate.vocabulary.CreditCode;
import cn.ecogate.vocabulary.Direction;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a site file (docs/interfaces/site-file.md) and refuses, in one sentence, whatever it cannot
 * mean.
 */
public final class SiteFile {

  private static final List<String> GRADES = List.of("A", "B", "B-", "C", "D", "引领性");

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path dataDir;
  private final DeviceSection devices = new DeviceSection();

  private SiteFile(Path dataDir) {
    this.dataDir = dataDir;
  }

  /**
   * The site that file describes.
   *
   * @param dataDir what relative key files are relative to
   * @throws SiteFileFault naming the first fault
   */
  public static Site read(Path file, Path dataDir) {
    String name = String.valueOf(file.getFileName());
    Node root =
        compose(name, textOf(file))
            .orElseThrow(
                () -> new SiteFileFault(name + " 是空的，请按 site-file.md 填写", "the file is empty"));
    return new SiteFile(dataDir).site(Block.of(name, root));
  }

  /** What is allowed but most likely not meant, as sentences for the log. */
  public static List<String> oddities(Site site) {
    List<String> oddities = new ArrayList<>();
    if (site.platforms().isEmpty()) {
      oddities.add("platforms 为空，通行记录不会上传到任何监管平台 (no platform is named: nothing will be uploaded)");
    }
    return oddities;
  }

  private static String textOf(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new SiteFileFault("找不到站点文件 " + file + "，请检查路径", "there is no site file at that path");
    } catch (CharacterCodingException e) {
      throw new SiteFileFault(
          "站点文件 " + file + " 不是 UTF-8 编码，请在编辑器中另存为 UTF-8",
          "the file is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw new SiteFileFault(
          "站点文件 " + file + " 无法读取，请检查它是不是文件、有没有读取权限",
          "the file cannot be read; check that it is a file and may be read");
    }
  }

  private static Optional<Node> compose(String name, String text) {
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(name).setAllowNonScalarKeys(true).build();
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw new SiteFileFault(
          name + " 第 " + line + " 行不是正确的 YAML，请检查缩进、冒号后的空格、引号和括号",
          "line " + line + " is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new SiteFileFault(
          name + " 不是正确的 YAML，请检查是否含有不可见字符", "not YAML: " + firstLine(e.getMessage()));
    }
  }

  private static String firstLine(String message) {
    return String.valueOf(message).lines().findFirst().orElse("").strip();
  }

  private Site site(Block root) {
    root.only(
        "demo",
        "enterprise",
        "gates",
        "platforms",
        "load",
        "load-window-minutes",
        "filing-review",
        "capacity",
        "demo-data");
    boolean demo = root.flag("demo");
    if (root.has("demo-data") && !demo) {
      throw root.fault(
          "demo-data",
          "只有写明 demo: true 的演示厂区才可以有 demo-data（其中的密码人所共知）；真实厂区请删去它",
          "is allowed only with demo: true, because its passwords are known to everybody; remove it"
              + " from a real plant's file");
    }
    Enterprise enterprise = enterprise(root.block("enterprise"));
    List<Gate> gates = gates(root.someBlocks("gates"));
    devices.checkTogether();
    List<PlatformEntry> platforms = platforms(root.blocks("platforms"));
    DemoData demoData = root.blockIfThere("demo-data").map(DemoSection::read).orElse(DemoData.NONE);
    return new Site(
        demo,
        enterprise,
        gates,
        platforms,
        loadRule(root),
        reviewRule(root),
        capacity(root),
        demoData);
  }

  /** So many vehicles may be inside at once; nobody is held up if the file says nothing. */
  private static OptionalInt capacity(Block block) {
    return block
        .parsedIfThere(
            "capacity",
            text -> Integer.parseInt(Shape.of("[1-9]\\d{0,3}", text)),
            " 1 到 9999 的整数（同时在厂的车辆数）",
            "a whole number of vehicles from 1 to 9999")
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  private static LoadRule loadRule(Block root) {
    String accepted =
        root.parsedIfThere(
                "load",
                text -> Shape.oneOf(List.of("offered", "automatic"), text),
                " offered（由人确认）或 automatic（自动采用）",
                "offered or automatic")
            .orElse("offered");
    int minutes =
        root.parsedIfThere(
                "load-window-minutes",
                text -> Integer.parseInt(Shape.of("[1-9]|[1-5]\\d|60", text)),
                " 1 到 60 的整数（分钟）",
                "a whole number of minutes from 1 to 60")
            .orElse((int) LoadRule.USUAL.window().toMinutes());
    return new LoadRule(accepted.equals("automatic"), Duration.ofMinutes(minutes));
  }

  private static ReviewRule reviewRule(Block root) {
    return root.parsedIfThere(
            "filing-review",
            text -> Shape.oneOf(List.of("none", "anybody", "another-person"), text),
            " none（备案即生效）、anybody（须审核）或 another-person（须由另一人审核）",
            "none, anybody or another-person")
        .map(text -> ReviewRule.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')))
        .orElse(ReviewRule.NONE);
  }

  private static Enterprise enterprise(Block block) {
    block.only(
        "number",
        "name",
        "credit-code",
        "industry",
        "grade",
        "address",
        "division",
        "person",
        "phone",
        "maintainer",
        "maintainer-phone");
    return new Enterprise(
        block.parsed(
            "number",
            text -> Shape.of("[0-9A-Za-z-]{6,30}", text),
            " 6 到 30 位平台分配的企业编号",
            "the platform's number, 6 to 30 letters or digits"),
        Shape.atMost(100, block, "name"),
        block
            .parsedIfThere(
                "credit-code",
                text -> new CreditCode(text).text(),
                " 18 位统一社会信用代码（数字或大写字母，不含 I、O、S、V、Z，末位校验码须相符）",
                "a credit code of 18 digits or capital letters without I, O, S, V, Z, whose last"
                    + " one is the check character")
            .orElse(""),
        block.textOr("industry", ""),
        block
            .parsedIfThere(
                "grade",
                text -> Shape.oneOf(GRADES, text),
                "绩效分级 " + String.join("、", GRADES) + " 之一",
                "one of the grades " + String.join(", ", GRADES))
            .orElse(""),
        block.textOr("address", ""),
        block
            .parsedIfThere(
                "division",
                text -> Shape.of("\\d{6}", text),
                " 6 位行政区划代码",
                "a division code of 6 digits")
            .orElse(""),
        block.textOr("person", ""),
        block.textOr("phone", ""),
        block.textOr("maintainer", ""),
        block.textOr("maintainer-phone", ""));
  }

  private List<Gate> gates(List<Block> blocks) {
    List<Gate> gates = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    for (Block block : blocks) {
      block.only("no", "name", "address", "lanes", "capacity");
      String no =
          block.parsed(
              "no",
              text -> Shape.of("[A-Z]", text),
              "一个大写字母的出入口编号",
              "a gate number of one capital letter");
      if (!numbers.add(no)) {
        throw block.fault(
            "no",
            "出入口编号 " + no + " 已用过，请换一个字母",
            "gate " + no + " stands here twice; give it another letter");
      }
      gates.add(
          new Gate(
              no,
              Shape.atMost(50, block, "name"),
              block.textOr("address", ""),
              lanes(no, block.someBlocks("lanes")),
              capacity(block)));
    }
    return gates;
  }

  private List<Lane> lanes(String gateNo, List<Block> blocks) {
    List<Lane> lanes = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    for (Block block : blocks) {
      block.only(
          "barrier-no",
          "name",
          "direction",
          "camera",
          "barrier",
          "display",
          "weighbridge",
          "scanner",
          "notice-board");
      String no =
          block.parsed(
              "barrier-no",
              text -> Shape.of("\\d{2}", text),
              "两位数字的道闸编号，如 \"01\"",
              "a barrier number of two digits, e.g. \"01\"");
      if (!numbers.add(no)) {
        throw block.fault(
            "barrier-no",
            "出入口 " + gateNo + " 的道闸编号 " + no + " 已用过，请换一个编号",
            "gate " + gateNo + " has barrier " + no + " twice; give it another number");
      }
      String id = gateNo + "-" + no;
      lanes.add(
          new Lane(
              gateNo,
              no,
              Shape.atMost(50, block, "name"),
              block.parsed("direction", SiteFile::direction, " in（进厂）或 out（出厂）", "in or out"),
              device(id, Device.Kind.CAMERA, block.block("camera")),
              device(id, Device.Kind.BARRIER, block.block("barrier")),
              deviceIfThere(id, Device.Kind.DISPLAY, block),
              deviceIfThere(id, Device.Kind.WEIGHBRIDGE, block),
              deviceIfThere(id, Device.Kind.SCANNER, block),
              deviceIfThere(id, Device.Kind.NOTICE_BOARD, block)));
    }
    return lanes;
  }

  private static Direction direction(String text) {
    return Direction.valueOf(
        Shape.oneOf(List.of("in", "out"), text).toUpperCase(java.util.Locale.ROOT));
  }

  private Optional<Device> deviceIfThere(String laneId, Device.Kind kind, Block lane) {
    return lane.blockIfThere(kind.word()).map(block -> device(laneId, kind, block));
  }

  private Device device(String laneId, Device.Kind kind, Block block) {
    return devices.read(kind.deviceId(laneId), kind, block);
  }

  private List<PlatformEntry> platforms(List<Block> blocks) {
    List<PlatformEntry> platforms = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Block block : blocks) {
      block.only(
          "id",
          "name",
          "profile",
          "url",
          "account",
          "password",
          "private-key",
          "trust",
          "pin",
          "client-key",
          "keystore-password",
          "proxy");
      String id =
          block.parsed(
              "id",
              text -> Shape.of("[a-z][a-z0-9-]{0,29}", text),
              "以小写字母开头、由小写字母、数字和连字符组成的名字，如 province",
              "a name of lower-case letters, digits and hyphens, e.g. province");
      if (!ids.add(id)) {
        throw block.fault(
            "id",
            "平台 " + id + " 已写过，请换一个名字",
            "platform " + id + " stands here twice; give it another id");
      }
      platforms.add(
          new PlatformEntry(
              id,
              block.textOr("name", id),
              block.parsed(
                  "profile",
                  text -> Shape.of("[a-z][a-z0-9-]*", text),
                  "平台配置的名字，如 yunnan",
                  "the name of a platform profile, e.g. yunnan"),
              block.parsed(
                  "url",
                  Shape::webAddress,
                  "以 http:// 或 https:// 开头的平台地址",
                  "the platform's address, beginning with http:// or https://"),
              block.text("account"),
              block.text("password"),
              keyFile(block),
              security(block)));
    }
    return platforms;
  }

  private PlatformSecurity security(Block block) {
    return new PlatformSecurity(
        fileThatIsThere(block, "trust"),
        block.parsedIfThere(
            "pin",
            text -> Shape.of("[0-9a-f]{64}", text.toLowerCase(Locale.ROOT)),
            "平台公钥的 SHA-256，64 位十六进制",
            "the SHA-256 of the platform's public key, 64 hexadecimal digits"),
        fileThatIsThere(block, "client-key"),
        block.textOr("keystore-password", ""),
        block.blockIfThere("proxy").map(SiteFile::proxy));
  }

  private Optional<String> fileThatIsThere(Block block, String key) {
    if (block.textOr(key, "").isBlank()) {
      return Optional.empty();
    }
    Path file = dataDir.resolve(block.text(key)).toAbsolutePath().normalize();
    if (!Files.isRegularFile(file)) {
      throw block.fault(key, "文件 " + file + " 不存在", "there is no file " + file);
    }
    return Optional.of(file.toString());
  }

  private static PlatformSecurity.Proxy proxy(Block block) {
    block.only("host", "port", "user", "password");
    return new PlatformSecurity.Proxy(
        block.text("host"),
        block.parsed("port", SiteFile::port, "1 到 65535 的端口", "a port from 1 to 65535"),
        block.textOr("user", ""),
        block.textOr("password", ""));
  }

  private static int port(String text) {
    int port = Integer.parseInt(text);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(text);
    }
    return port;
  }

  private String keyFile(Block block) {
    Path file =
        block.parsed(
            "private-key",
            text -> dataDir.resolve(text).toAbsolutePath().normalize(),
            "密钥文件的路径，如 keys/province.pem",
            "a key file's path, e.g. keys/province.pem");
    if (Files.isDirectory(file)) {
      throw block.fault(
          "private-key",
          file + " 是文件夹，请写密钥文件本身，如 keys/province.pem",
          file + " is a folder; name the key file itself, e.g. keys/province.pem");
    }
    return file.toString();
  }
}
