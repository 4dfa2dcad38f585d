package cn.ecogate.web.passage;

import cn.ecogate.passage.entity.NewCorrection;
import cn.ecogate.passage.entity.PassageItems;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import java.io.Serializable;

/** What is filled in to put a record right; knows how many corrections there were when it began. */
public class CorrectForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int seen;
  private String plate;
  private PlateColor color;
  private Direction direction;
  private NewCorrection.From from = NewCorrection.From.PLATE;
  private String vehicleType;
  private String use;
  private String vin;
  private String brandModel;
  private FuelType fuel;
  private EmissionStage stage;
  private String owner;
  private String reason;

  CorrectForm(PassageItems standing, int seen) {
    this.seen = seen;
    this.plate = standing.plate();
    this.color = standing.plateColor();
    this.direction = standing.direction();
    this.vehicleType = standing.vehicleType();
    this.use = standing.use();
    this.vin = standing.vin();
    this.brandModel = standing.brandModel();
    this.fuel = standing.fuel();
    this.stage = standing.stage();
    this.owner = standing.owner();
  }

  NewCorrection correction(long passageId) {
    PassageItems items =
        new PassageItems(
            plate, color, direction, null, vehicleType, use, vin, brandModel, fuel, stage, owner);
    return new NewCorrection(passageId, seen, items, from, reason);
  }

  public String getPlate() {
    return plate;
  }

  public void setPlate(String plate) {
    this.plate = plate;
  }

  public PlateColor getColor() {
    return color;
  }

  public void setColor(PlateColor color) {
    this.color = color;
  }

  public Direction getDirection() {
    return direction;
  }

  public void setDirection(Direction direction) {
    this.direction = direction;
  }

  public NewCorrection.From getFrom() {
    return from;
  }

  public void setFrom(NewCorrection.From from) {
    this.from = from;
  }

  public String getVehicleType() {
    return vehicleType;
  }

  public void setVehicleType(String vehicleType) {
    this.vehicleType = vehicleType;
  }

  public String getUse() {
    return use;
  }

  public void setUse(String use) {
    this.use = use;
  }

  public String getVin() {
    return vin;
  }

  public void setVin(String vin) {
    this.vin = vin;
  }

  public String getBrandModel() {
    return brandModel;
  }

  public void setBrandModel(String brandModel) {
    this.brandModel = brandModel;
  }

  public FuelType getFuel() {
    return fuel;
  }

  public void setFuel(FuelType fuel) {
    this.fuel = fuel;
  }

  public EmissionStage getStage() {
    return stage;
  }

  public void setStage(EmissionStage stage) {
    this.stage = stage;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
