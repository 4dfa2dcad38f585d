package cn.ecogate.passage;

import cn.ecogate.site.entity.Enterprise;
import cn.ecogate.site.entity.Gate;
import cn.ecogate.site.entity.Site;
import cn.ecogate.vocabulary.Direction;
import java.util.List;

/** Small sites for passage stories. */
public final class Sites {

  private Sites() {}

  /** Gate A with a lane in and a lane out. */
  public static Site oneGate() {
    Enterprise enterprise =
        new Enterprise("530181000001", "示范钢铁", "", "", "", "", "", "", "", "", "");
    Gate gate =
        new Gate(
            "A",
            "东门",
            "",
            List.of(
                Arrivals.lane("A", "01", Direction.IN), Arrivals.lane("A", "02", Direction.OUT)));
    return new Site(enterprise, List.of(gate), List.of());
  }
}
