package cn.ecogate.registry.control;

import cn.ecogate.registry.entity.Machine;
import cn.ecogate.registry.entity.PlantVehicle;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.MachineKind;
import java.time.LocalDate;

/** Cards for tests: complete and in order, unless a test says otherwise. */
public final class CardExample {

  private static final String PHOTO = "5".repeat(64);

  private CardExample() {}

  public static Machine aLoader() {
    Machine machine = new Machine();
    machine.setCode("滇A-ZJ0012");
    machine.setKind(MachineKind.LOADER);
    machine.setPin("LGZL50CNK1A123456");
    machine.setDisclosureNo("CNFJG300ABCD123456000001");
    machine.setTag("E28011606000020954C1A1B2");
    machine.setMade(LocalDate.of(2021, 3, 9));
    machine.setModel("柳工 856H");
    machine.setFuel(FuelType.DIESEL);
    machine.setStage(EmissionStage.CHINA_3);
    machine.setEngineModel("WP10G220E343");
    machine.setEngineMaker("潍柴动力股份有限公司");
    machine.setEngineNo("1221C012345");
    machine.setPlatePhoto(PHOTO);
    machine.setEnginePhoto(PHOTO);
    machine.setLabelPhoto(PHOTO);
    machine.setOwner("示范钢铁有限公司");
    return machine;
  }

  public static PlantVehicle aShuttle() {
    PlantVehicle vehicle = new PlantVehicle();
    vehicle.setCode("CN-0007");
    vehicle.setVin("1M8GDM9AXKP042788");
    vehicle.setMade(LocalDate.of(2020, 8, 1));
    vehicle.setModel("东风 DFH1180");
    vehicle.setFuel(FuelType.DIESEL);
    vehicle.setStage(EmissionStage.CHINA_5);
    vehicle.setEngineNo("ISD230-50-1");
    vehicle.setListPhoto(PHOTO);
    vehicle.setOwner("示范钢铁有限公司");
    return vehicle;
  }
}
