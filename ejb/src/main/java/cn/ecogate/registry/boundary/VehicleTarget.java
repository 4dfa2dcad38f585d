package cn.ecogate.registry.boundary;

import cn.ecogate.ledger.boundary.Draft;
import cn.ecogate.registry.control.ReviewPlan;
import cn.ecogate.registry.control.RowJudge.Judged;
import cn.ecogate.registry.control.RowJudge.Typed;
import cn.ecogate.registry.control.SheetForm;
import cn.ecogate.registry.control.VehicleSheet;
import cn.ecogate.registry.control.VehicleText;
import cn.ecogate.registry.entity.FormerPlate;
import cn.ecogate.registry.entity.Vehicle;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Transport vehicles from a table. */
final class VehicleTarget implements ImportTarget<Vehicle> {

  @Override
  public SheetForm<Vehicle> form(LocalDate today) {
    return VehicleSheet.form(today);
  }

  @Override
  public Map<String, Vehicle> onFile(EntityManager em, List<Typed<Vehicle>> rows) {
    List<String> plates =
        rows.stream().map(row -> row.draft().getPlate()).filter(Objects::nonNull).toList();
    List<String> vins =
        rows.stream().map(row -> row.draft().getVin()).filter(Objects::nonNull).toList();
    Map<String, Vehicle> found = new HashMap<>();
    if (!plates.isEmpty()) {
      em.createQuery("SELECT v FROM Vehicle v WHERE v.plate IN :plates", Vehicle.class)
          .setParameter("plates", plates)
          .getResultList()
          .forEach(vehicle -> found.put(vehicle.plateInWords(), vehicle));
    }
    if (!vins.isEmpty()) {
      em.createQuery("SELECT v FROM Vehicle v WHERE v.vin IN :vins", Vehicle.class)
          .setParameter("vins", vins)
          .getResultList()
          .forEach(vehicle -> found.put("VIN " + vehicle.getVin(), vehicle));
    }
    return found;
  }

  @Override
  public Supplier<Draft> put(EntityManager em, Judged<Vehicle> judged, ImportNote note) {
    Vehicle checked = judged.checked().orElseThrow();
    Vehicle vehicle = judged.known().orElse(checked);
    Optional<Map<String, Object>> before = judged.known().map(VehicleText::standing);
    if (judged.known().isPresent()) {
      change(em, vehicle, checked, note);
    } else {
      ReviewPlan.filed(vehicle, note.rule(), note.who());
      vehicle.setFiledAt(note.at());
    }
    vehicle.setChangedAt(note.at());
    if (judged.known().isEmpty()) {
      em.persist(vehicle);
    }
    return () ->
        Draft.of(
            "vehicle:" + vehicle.getId(),
            VehicleText.of(
                    "vehicle-imported",
                    note.who(),
                    note.at(),
                    before,
                    VehicleText.standing(vehicle))
                .line("import", note.importId())
                .line("row", judged.row().number()));
  }

  private static void change(EntityManager em, Vehicle vehicle, Vehicle checked, ImportNote note) {
    boolean weighty = ReviewPlan.weighty(vehicle, checked);
    if (!vehicle.plateInWords().equals(checked.plateInWords())) {
      em.persist(new FormerPlate(vehicle, note.at(), "由表格导入", note.who()));
    }
    vehicle.takeItemsOf(checked);
    ReviewPlan.changed(vehicle, weighty, note.rule(), note.who());
  }
}
