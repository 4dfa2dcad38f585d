package cn.ecogate.uplink.control;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.site.entity.Enterprise;
import cn.ecogate.site.entity.Gate;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.site.entity.Site;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The plant's own data as the ledger keeps it, so that what a platform was told about enterprise,
 * barriers and cameras can be proved like everything else. No password goes in.
 */
public final class MasterText {

  /** The ledger's kind of these entries. */
  public static final String KIND = "master";

  static final String ENTERPRISE = "ecogate enterprise 1";
  static final String BARRIER = "ecogate barrier-card 1";
  static final String CAMERA = "ecogate camera-card 1";

  private MasterText() {}

  /** Every text by its subject, in the order they are sent. */
  public static Map<String, CanonicalText> of(Site site) {
    Map<String, CanonicalText> texts = new LinkedHashMap<>();
    Enterprise own = site.enterprise();
    texts.put("enterprise", enterprise(site, own));
    for (Gate gate : site.gates()) {
      for (Lane lane : gate.lanes()) {
        texts.put("barrier:" + lane.id(), barrier(own, gate, lane));
        texts.put("camera:" + lane.camera().id(), camera(own, lane));
      }
    }
    return texts;
  }

  private static CanonicalText enterprise(Site site, Enterprise own) {
    return CanonicalText.of(ENTERPRISE)
        .line("name", own.name())
        .line("credit-code", own.creditCode())
        .line("industry", own.industry())
        .line("grade", own.grade())
        .line("address", own.address())
        .line("division", own.division())
        .line("person", own.person())
        .line("phone", own.phone())
        .line("maintainer", own.maintainer())
        .line("maintainer-phone", own.maintainerPhone())
        .line("gates", site.gates().size())
        .line("barriers", site.lanes().size())
        .line("cameras", site.lanes().size())
        .line("enterprise", own.number());
  }

  private static CanonicalText barrier(Enterprise own, Gate gate, Lane lane) {
    return CanonicalText.of(BARRIER)
        .line("gate", lane.gateNo())
        .line("gate-name", gate.name())
        .line("address", gate.address())
        .line("barrier", lane.barrierNo())
        .line("lane", lane.id())
        .line("name", lane.name())
        .line("direction", lane.direction().code())
        .line("person", own.person())
        .line("phone", own.phone())
        .line("maintainer", own.maintainer())
        .line("maintainer-phone", own.maintainerPhone())
        .line("enterprise", own.number());
  }

  private static CanonicalText camera(Enterprise own, Lane lane) {
    return CanonicalText.of(CAMERA)
        .line("gate", lane.gateNo())
        .line("barrier", lane.barrierNo())
        .line("camera", lane.camera().id())
        .line("lane", lane.id())
        .line("name", lane.name() + " " + lane.camera().kind().label())
        .line("driver", lane.camera().driver())
        .line("direction", lane.direction().code())
        .line("enterprise", own.number());
  }
}
