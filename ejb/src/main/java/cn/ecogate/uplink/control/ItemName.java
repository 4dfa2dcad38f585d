package cn.ecogate.uplink.control;

import java.util.Map;

/** What people call the items of a record, in sentences of reports. */
final class ItemName {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("serial", "流水号"),
          Map.entry("enterprise", "企业编号"),
          Map.entry("gate", "出入口编号"),
          Map.entry("barrier", "道闸编号"),
          Map.entry("camera", "摄像机编号"),
          Map.entry("direction", "进出方向"),
          Map.entry("seen-at", "通行时间"),
          Map.entry("outcome", "放行结果"),
          Map.entry("scene-photo", "车身照片"),
          Map.entry("plate-photo", "车头照片"),
          Map.entry("plate", "号牌"),
          Map.entry("color", "号牌颜色"),
          Map.entry("vehicle-type", "车辆类型"),
          Map.entry("use", "使用性质"),
          Map.entry("vin", "车辆识别代号"),
          Map.entry("brand-model", "品牌型号"),
          Map.entry("fuel", "燃料种类"),
          Map.entry("stage", "排放阶段"),
          Map.entry("plate-color", "号牌颜色"),
          Map.entry("telematics", "联网状态"),
          Map.entry("registered", "注册日期"),
          Map.entry("engine-no", "发动机号"),
          Map.entry("owner", "车队或所有人"),
          Map.entry("cargo", "货物名称"),
          Map.entry("tonnes", "运输量"),
          Map.entry("code", "环保登记编码"),
          Map.entry("made", "生产日期"),
          Map.entry("model", "型号"),
          Map.entry("kind", "机械种类"),
          Map.entry("pin", "机械环保代码"),
          Map.entry("engine-model", "发动机型号"),
          Map.entry("engine-maker", "发动机厂家"),
          Map.entry("engine-photo", "发动机铭牌照片"),
          Map.entry("label-photo", "环保信息标签照片"),
          Map.entry("name", "名称"),
          Map.entry("credit-code", "统一社会信用代码"),
          Map.entry("industry", "行业"),
          Map.entry("grade", "绩效等级"),
          Map.entry("address", "地址"),
          Map.entry("division", "行政区划代码"),
          Map.entry("person", "负责人"),
          Map.entry("phone", "电话"),
          Map.entry("maintainer", "运维单位"),
          Map.entry("maintainer-phone", "运维电话"));

  private ItemName() {}

  static String of(String item) {
    return NAMES.getOrDefault(item, item);
  }
}
