package cn.ecogate.registry.control;

import cn.ecogate.registry.entity.Card;
import cn.ecogate.registry.entity.Machine;
import cn.ecogate.registry.entity.PlantVehicle;
import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.MachineCode;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Vin;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a card may be filed as it was typed: hard on shapes, soft on what may yet be true. */
public final class CardCheck {

  private static final int PIN_AS_A_RULE = 17;
  private static final Pattern PIN = Pattern.compile("[A-Z0-9*-]{4,64}");
  private static final Pattern DISCLOSURE = Pattern.compile("[A-Z0-9]{24}");

  /** Country, non-road diesel, stage three or four, two noughts. */
  private static final Pattern NON_ROAD_DIESEL = Pattern.compile("CNFJG[34]00[A-Z0-9]{16}");

  /** 国五 and 国六 are stages of vehicles; machines end at 国四. */
  private static final Set<EmissionStage> NOT_OF_MACHINES =
      EnumSet.of(EmissionStage.CHINA_0, EmissionStage.CHINA_5, EmissionStage.CHINA_6);

  private CardCheck() {}

  /** The vehicle in the spelling that is filed; {@link Rejected} names the field that cannot be. */
  public static PlantVehicle checked(PlantVehicle typed, LocalDate today) {
    PlantVehicle card = new PlantVehicle();
    common(card, typed, today);
    card.setVin(blank(typed.getVin()) ? null : Vin.of(typed.getVin()).text());
    card.setTelematics(typed.isTelematics());
    card.setListPhoto(FilingCheck.digest(typed.getListPhoto(), "listPhoto"));
    card.setLicencePhoto(FilingCheck.digest(typed.getLicencePhoto(), "licencePhoto"));
    return card;
  }

  /** The machine in the spelling that is filed; {@link Rejected} names the field that cannot be. */
  public static Machine checked(Machine typed, LocalDate today) {
    Machine card = new Machine();
    common(card, typed, today);
    if (NOT_OF_MACHINES.contains(card.getStage())) {
      throw new Rejected("machine-stage", "stage", "非道路移动机械的排放阶段只有国一至国四、电动和未知，请按机械环保信息标签核对。");
    }
    card.setKind(FilingCheck.present(typed.getKind(), "kind", "机械类型"));
    card.setPin(shaped(typed.getPin(), PIN, "pin", "机械产品识别码（PIN）应为 4 到 64 位字母或数字，一般为 17 位"));
    card.setDisclosureNo(
        shaped(typed.getDisclosureNo(), DISCLOSURE, "disclosureNo", "环保信息公开编号应为 24 位字母或数字"));
    card.setTag(FilingCheck.atMost(128, typed.getTag(), "tag", "标签内容"));
    card.setEngineModel(FilingCheck.atMost(100, typed.getEngineModel(), "engineModel", "发动机型号"));
    card.setEngineMaker(FilingCheck.atMost(100, typed.getEngineMaker(), "engineMaker", "发动机厂家"));
    card.setPlatePhoto(FilingCheck.digest(typed.getPlatePhoto(), "platePhoto"));
    card.setEnginePhoto(FilingCheck.digest(typed.getEnginePhoto(), "enginePhoto"));
    card.setLabelPhoto(FilingCheck.digest(typed.getLabelPhoto(), "labelPhoto"));
    return card;
  }

  /** What is odd about a vehicle that may be filed nevertheless. */
  public static List<String> oddities(PlantVehicle card) {
    List<String> found = new ArrayList<>();
    if (!blank(card.getVin()) && misfits(card.getVin())) {
      found.add("车辆识别代号的第 9 位校验位不符，请按车辆铭牌核对。");
    }
    lacking(
        found,
        blank(card.getVin()) ? "车辆识别代号" : "",
        card.getMade() == null ? "注册登记（生产）日期" : "",
        blank(card.getModel()) ? "品牌型号" : "",
        blank(card.getEngineNo()) ? "发动机号" : "",
        blank(card.getListPhoto()) && blank(card.getLicencePhoto()) ? "随车清单或行驶证图片" : "");
    return found;
  }

  /** What is odd about a machine that may be filed nevertheless. */
  public static List<String> oddities(Machine card) {
    List<String> found = new ArrayList<>();
    if (!blank(card.getPin()) && card.getPin().length() != PIN_AS_A_RULE) {
      found.add("机械产品识别码一般为 17 位，现为 " + card.getPin().length() + " 位，请按机械铭牌核对。");
    }
    if (!blank(card.getDisclosureNo())
        && !NON_ROAD_DIESEL.matcher(card.getDisclosureNo()).matches()) {
      found.add("环保信息公开编号一般以 CNFJG3 或 CNFJG4 开头，请按环保信息标签核对。");
    }
    lacking(
        found,
        blank(card.getPin()) ? "机械产品识别码" : "",
        card.getMade() == null ? "生产日期" : "",
        blank(card.getModel()) ? "机械型号" : "",
        blank(card.getEngineModel()) ? "发动机型号" : "",
        blank(card.getEngineMaker()) ? "发动机厂家" : "",
        blank(card.getEngineNo()) ? "发动机编号" : "",
        blank(card.getPlatePhoto()) ? "机械铭牌照片" : "",
        blank(card.getEnginePhoto()) ? "发动机铭牌照片" : "",
        blank(card.getLabelPhoto()) ? "环保信息标签照片" : "");
    return found;
  }

  /** False for what is no VIN at all: that is refused, not odd. */
  private static boolean misfits(String vin) {
    try {
      return !Vin.of(vin).checkDigitFits();
    } catch (Rejected misshapen) {
      return false;
    }
  }

  private static void common(Card card, Card typed, LocalDate today) {
    card.setCode(MachineCode.of(typed.getCode()).text());
    card.setPlate(blank(typed.getPlate()) ? null : PlateNumber.of(typed.getPlate()).text());
    card.setMade(FilingCheck.notAfter(today, typed.getMade(), "made"));
    card.setModel(FilingCheck.atMost(100, typed.getModel(), "model", "型号"));
    card.setFuel(FilingCheck.present(typed.getFuel(), "fuel", "燃料种类"));
    card.setStage(FilingCheck.present(typed.getStage(), "stage", "排放阶段"));
    card.setEngineNo(FilingCheck.atMost(32, typed.getEngineNo(), "engineNo", "发动机编号"));
    card.setOwner(FilingCheck.atMost(100, typed.getOwner(), "owner", "所有人"));
    card.setService(typed.getService() == null ? ServiceState.ACTIVE : typed.getService());
  }

  private static String shaped(String typed, Pattern shape, String field, String sentence) {
    if (blank(typed)) {
      return null;
    }
    String text =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .replaceAll("\\s", "")
            .toUpperCase(Locale.ROOT);
    if (!shape.matcher(text).matches()) {
      throw new Rejected("number-shape", field, sentence + "；现为 " + text.length() + " 位。");
    }
    return text;
  }

  private static void lacking(List<String> found, String... items) {
    List<String> missing = Arrays.stream(items).filter(item -> !item.isEmpty()).toList();
    if (!missing.isEmpty()) {
      found.add("尚缺" + String.join("、", missing) + "，上传时会计为不完整，请补齐。");
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
