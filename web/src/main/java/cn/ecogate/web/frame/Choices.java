package cn.ecogate.web.frame;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmFilter;
import cn.ecogate.alarm.entity.ChannelDraft;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.passage.entity.NewCorrection;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Gate;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.DispatchFilter;
import cn.ecogate.uplink.entity.RecordKind;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.VehicleType;
import cn.ecogate.vocabulary.VehicleUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What stands in the pull-down fields. */
@Named
@ApplicationScoped
public class Choices {

  @Inject SiteBook book;

  public List<Gate> getGates() {
    return book.site().gates();
  }

  public List<Lane> getLanes() {
    return book.site().lanes();
  }

  /** The picture that stands for that kind of device. */
  public String icon(Device.Kind kind) {
    return switch (kind) {
      case CAMERA -> "camera";
      case BARRIER -> "gate";
      case DISPLAY -> "display";
      case WEIGHBRIDGE -> "scale";
      case SCANNER -> "scan";
      case NOTICE_BOARD -> "notice";
    };
  }

  public List<Direction> getDirections() {
    return List.of(Direction.values());
  }

  public List<EmissionStage> getStages() {
    return List.of(EmissionStage.values());
  }

  public List<FuelType> getFuels() {
    return List.of(FuelType.values());
  }

  public Collection<String> getTypes() {
    return VehicleType.all().keySet();
  }

  public List<String> getUses() {
    return Stream.of(VehicleUse.values()).map(VehicleUse::code).toList();
  }

  /** The name of the lane with that id, the id itself if the site no longer has it. */
  public String lane(String id) {
    return book.site().lane(id).map(Lane::name).orElse(id);
  }

  public List<PlateColor> getColors() {
    return List.of(PlateColor.values());
  }

  public List<Passage.Outcome> getOutcomes() {
    return List.of(Passage.Outcome.values());
  }

  public List<Passage.Source> getSources() {
    return List.of(Passage.Source.values());
  }

  public List<NewCorrection.From> getCorrectionSources() {
    return List.of(NewCorrection.From.values());
  }

  public List<Reason.Code> getReasonCodes() {
    return List.of(Reason.Code.values());
  }

  public List<Visit.State> getVisitStates() {
    return List.of(Visit.State.values());
  }

  public List<Alarm.Kind> getAlarmKinds() {
    return List.of(Alarm.Kind.values());
  }

  public List<Alarm.Finding> getFindings() {
    return List.of(Alarm.Finding.values());
  }

  public List<Alarm.Severity> getSeverities() {
    return List.of(Alarm.Severity.values());
  }

  public List<ChannelDraft.Security> getSecurities() {
    return List.of(ChannelDraft.Security.values());
  }

  public List<BarrierRecord.Kind> getBarrierKinds() {
    return List.of(BarrierRecord.Kind.values());
  }

  public List<AlarmFilter.Which> getWhichAlarms() {
    return List.of(AlarmFilter.Which.values());
  }

  public List<RecordKind> getRecordKinds() {
    return List.of(RecordKind.values());
  }

  public List<DispatchFilter.Only> getOnlyUploads() {
    return List.of(DispatchFilter.Only.values());
  }

  public List<Dispatch.State> getStates() {
    return List.of(Dispatch.State.values());
  }
}
