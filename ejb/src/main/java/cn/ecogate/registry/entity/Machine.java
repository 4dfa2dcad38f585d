package cn.ecogate.registry.entity;

import cn.ecogate.vocabulary.MachineKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** A non-road machine (非道路移动机械). */
@Entity
@Table(name = "machine")
public class Machine extends Card {

  private static final long serialVersionUID = 1L;

  @Enumerated(EnumType.STRING)
  private MachineKind kind;

  private String pin;

  @Column(name = "disclosure_no")
  private String disclosureNo;

  private String tag;

  @Column(name = "engine_model")
  private String engineModel;

  @Column(name = "engine_maker")
  private String engineMaker;

  @Column(name = "plate_photo")
  private String platePhoto;

  @Column(name = "engine_photo")
  private String enginePhoto;

  @Column(name = "label_photo")
  private String labelPhoto;

  @Override
  public String register() {
    return "machine";
  }

  @Override
  public String serial() {
    return pin;
  }

  /** Takes over every item of that card; id, version and times stay this one's own. */
  public void takeItemsOf(Machine other) {
    takeCommonItemsOf(other);
    kind = other.kind;
    pin = other.pin;
    disclosureNo = other.disclosureNo;
    tag = other.tag;
    engineModel = other.engineModel;
    engineMaker = other.engineMaker;
    platePhoto = other.platePhoto;
    enginePhoto = other.enginePhoto;
    labelPhoto = other.labelPhoto;
  }

  public MachineKind getKind() {
    return kind;
  }

  public void setKind(MachineKind kind) {
    this.kind = kind;
  }

  public String getPin() {
    return pin;
  }

  public void setPin(String pin) {
    this.pin = pin;
  }

  public String getDisclosureNo() {
    return disclosureNo;
  }

  public void setDisclosureNo(String disclosureNo) {
    this.disclosureNo = disclosureNo;
  }

  public String getTag() {
    return tag;
  }

  public void setTag(String tag) {
    this.tag = tag;
  }

  public String getEngineModel() {
    return engineModel;
  }

  public void setEngineModel(String engineModel) {
    this.engineModel = engineModel;
  }

  public String getEngineMaker() {
    return engineMaker;
  }

  public void setEngineMaker(String engineMaker) {
    this.engineMaker = engineMaker;
  }

  public String getPlatePhoto() {
    return platePhoto;
  }

  public void setPlatePhoto(String platePhoto) {
    this.platePhoto = platePhoto;
  }

  public String getEnginePhoto() {
    return enginePhoto;
  }

  public void setEnginePhoto(String enginePhoto) {
    this.enginePhoto = enginePhoto;
  }

  public String getLabelPhoto() {
    return labelPhoto;
  }

  public void setLabelPhoto(String labelPhoto) {
    this.labelPhoto = labelPhoto;
  }
}
