package cn.ecogate.adapter.api.catalogue;

import static cn.ecogate.adapter.api.catalogue.Setting.preset;

import cn.ecogate.adapter.api.catalogue.SettingType.Choice;
import cn.ecogate.adapter.api.catalogue.SettingType.OneOf;
import cn.ecogate.adapter.api.catalogue.SettingType.Whole;
import java.util.List;

/** The weighbridges' indicators, which speak unasked. */
final class WeighbridgeCards {

  static final List<DriverCard> ALL =
      List.of(
          indicator("yaohua-a9", "耀华 XK3190-A9 / DS3", "Yaohua XK3190-A9 / DS3"),
          indicator("toledo-continuous", "托利多连续输出", "Toledo continuous output"),
          indicator("st-gs", "ST,GS 文本行", "lines like ST,GS,+0012450kg")
          // One driver a line.
          );

  private WeighbridgeCards() {}

  private static DriverCard indicator(String name, String chinese, String english) {
    return new DriverCard(
        name,
        DeviceKind.WEIGHBRIDGE,
        new Label(chinese, english),
        "listening",
        List.of(Address.Kind.TCP, Address.Kind.SERIAL),
        Login.NONE,
        List.of(
            preset(
                "division-kg",
                new Whole(1, 1_000),
                "20",
                "分度值（千克）",
                "division of the weighbridge (kg)"),
            preset(
                "empty-below-kg",
                new Whole(1, 20_000),
                "500",
                "低于多少千克算空秤",
                "empty below so many kg"),
            preset(
                "unit",
                new OneOf(
                    List.of(new Choice("kg", "千克", "kilograms"), new Choice("t", "吨", "tonnes"))),
                "kg",
                "仪表的计数单位（数据中没有单位时）",
                "what the indicator counts in, where its data do not say")),
        List.of(Exclusive.LINE),
        List.of(
            new Condition(
                "empty-below-kg",
                told -> told.number("empty-below-kg") > told.number("division-kg"),
                new Label("应大于分度值 division-kg", "must be more than division-kg"))));
  }
}
