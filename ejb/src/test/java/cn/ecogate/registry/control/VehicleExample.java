package cn.ecogate.registry.control;

import cn.ecogate.registry.entity.StageEvidence;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import java.time.LocalDate;

/** Vehicles for tests: complete and in order, unless a test says otherwise. */
public final class VehicleExample {

  private VehicleExample() {}

  public static Vehicle aTruck() {
    Vehicle vehicle = new Vehicle();
    vehicle.setPlate("云A12345");
    vehicle.setPlateColor(PlateColor.YELLOW);
    vehicle.setVehicleType("Q11");
    vehicle.setUse("F");
    vehicle.setVin("1M8GDM9AXKP042788");
    vehicle.setBrandModel("解放 J6P");
    vehicle.setFuel(FuelType.DIESEL);
    vehicle.setStage(EmissionStage.CHINA_6);
    vehicle.setTelematics(true);
    vehicle.setRegistered(LocalDate.of(2022, 6, 17));
    vehicle.setEngineNo("52120871");
    vehicle.setOwner("安宁顺达物流有限公司");
    vehicle.setEvidence(StageEvidence.LIST_SCANNED);
    vehicle.setListPhoto("5".repeat(64));
    return vehicle;
  }

  public static Vehicle aTruck(String plate, String vin) {
    Vehicle vehicle = aTruck();
    vehicle.setPlate(plate);
    vehicle.setVin(vin);
    return vehicle;
  }
}
