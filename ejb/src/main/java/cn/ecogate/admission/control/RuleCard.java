package cn.ecogate.admission.control;

/** A rule's name for machines, title for people, and where it comes from. */
enum RuleCard {
  LANE_OPEN("lane-open", "通道开放校验", "HJ 1321-2023 道闸控制"),
  EXCEEDING_LIST("exceeding-list", "超标车辆名单校验", "HJ 1321-2023 超标车辆校验"),
  TRANSPORT_STOP("transport-stop", "停止公路运输校验", "HJ 1321-2023 管控策略校验"),
  STAGE_FLOOR("stage-floor", "排放阶段校验", "HJ 1321-2023 管控策略校验"),
  STAGE_KNOWN("stage-known", "排放阶段完整性校验", "HJ 1321-2023 管控策略校验"),
  FILED("filed", "车辆备案校验", "HJ 1321-2023 车辆信息审核校验"),
  FILING_VALID("filing-valid", "备案有效期校验", "HJ 1321-2023 车辆信息审核校验"),
  FILING_REVIEWED("filing-reviewed", "备案审核校验", "HJ 1321-2023 车辆信息审核校验"),
  IN_SERVICE("in-service", "车辆在用状态校验", "HJ 1321-2023 车辆信息审核校验"),
  PLATE_COLOR("plate-color", "号牌颜色校验", "HJ 1321-2023 号牌和号牌颜色识别"),
  SIMILAR_PLATE("similar-plate", "相近号牌提示", "HJ 1321-2023 号牌识别"),
  MACHINE("machine-at-gate", "非道路移动机械校验", "HJ 1321-2023 非道路移动机械管理"),
  INSIDE("already-inside", "重复入厂校验", "HJ 1321-2023 进出厂记录"),
  CAPACITY("capacity", "厂内容量校验", "HJ 1321-2023 道闸控制"),
  PLATE_READ("plate-read", "号牌识别校验", "HJ 1321-2023 号牌识别"),
  PLATE_PRESENT("plate-present", "有无号牌校验", "HJ 1321-2023 号牌识别"),
  EMERGENCY("emergency", "应急车辆放行", "HJ 1321-2023 管控策略校验"),
  SPARED("strategy-exception", "策略例外车辆", "HJ 1321-2023 管控策略校验"),
  ENTRANCE("entrance-known", "出厂对应入厂校验", "HJ 1321-2023 进出厂记录"),
  EXIT("exit", "出厂记录", "HJ 1321-2023 进出厂记录");

  private final String id;
  private final String title;
  private final String clause;

  RuleCard(String id, String title, String clause) {
    this.id = id;
    this.title = title;
    this.clause = clause;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  String clause() {
    return clause;
  }
}
