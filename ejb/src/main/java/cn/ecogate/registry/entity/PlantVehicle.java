package cn.ecogate.registry.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A vehicle that works in the plant only (厂内运输车辆). */
@Entity
@Table(name = "plant_vehicle")
public class PlantVehicle extends Card {

  private static final long serialVersionUID = 1L;

  private String vin;

  private boolean telematics;

  @Column(name = "list_photo")
  private String listPhoto;

  @Column(name = "licence_photo")
  private String licencePhoto;

  @Override
  public String register() {
    return "plant-vehicle";
  }

  @Override
  public String serial() {
    return vin;
  }

  /** Takes over every item of that card; id, version and times stay this one's own. */
  public void takeItemsOf(PlantVehicle other) {
    takeCommonItemsOf(other);
    vin = other.vin;
    telematics = other.telematics;
    listPhoto = other.listPhoto;
    licencePhoto = other.licencePhoto;
  }

  public String getVin() {
    return vin;
  }

  public void setVin(String vin) {
    this.vin = vin;
  }

  public boolean isTelematics() {
    return telematics;
  }

  public void setTelematics(boolean telematics) {
    this.telematics = telematics;
  }

  public String getListPhoto() {
    return listPhoto;
  }

  public void setListPhoto(String listPhoto) {
    this.listPhoto = listPhoto;
  }

  public String getLicencePhoto() {
    return licencePhoto;
  }

  public void setLicencePhoto(String licencePhoto) {
    this.licencePhoto = licencePhoto;
  }
}
