package cn.ecogate.adapter.api.catalogue;

/** What a device at a lane is for. */
public enum DeviceKind {
  CAMERA(new Label("抓拍摄像机", "camera")),
  BARRIER(new Label("道闸", "barrier")),
  DISPLAY(new Label("显示屏", "display")),
  WEIGHBRIDGE(new Label("地磅", "weighbridge")),
  SCANNER(new Label("扫码器", "scanner")),
  NOTICE_BOARD(new Label("公示牌", "notice board"));

  private final Label label;

  DeviceKind(Label label) {
    this.label = label;
  }

  public Label label() {
    return label;
  }
}
