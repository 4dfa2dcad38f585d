package cn.ecogate.registry.boundary;

import cn.ecogate.account.entity.Role.Names;
import cn.ecogate.registry.control.SheetWriter;
import cn.ecogate.registry.control.VehicleSheet;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.registry.entity.VehicleFilter;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The registers as .xlsx files: an empty template, or exactly what a list's filters show. */
@Stateless
@RolesAllowed({
  Names.ADMINISTRATOR,
  Names.OFFICER,
  Names.GUARD,
  Names.KEEPER,
  Names.INSPECTOR,
  Names.AUDITOR
})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Tables {

  private static final ZoneId PLANT_ZONE = ZoneId.of("Asia/Shanghai");
  private static final int ROWS = 200;

  @Inject Registry registry;
  @Inject Clock clock;

  /** For the container. */
  public Tables() {}

  /** For tests: what the container would inject. */
  public Tables(Registry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  public void vehicleTemplate(OutputStream out) throws IOException {
    try (SheetWriter<Vehicle> sheet = new SheetWriter<>(VehicleSheet.form(today()), out)) {
      sheet.explain();
    }
  }

  /** Read page by page, so that a hundred thousand rows need no more memory than two hundred. */
  public void vehicles(VehicleFilter filter, OutputStream out) throws IOException {
    try (SheetWriter<Vehicle> sheet = new SheetWriter<>(VehicleSheet.form(today()), out)) {
      String cursor = null;
      do {
        Slice<Vehicle> slice = registry.find(filter, cursor, ROWS);
        for (Vehicle vehicle : slice.rows()) {
          sheet.write(vehicle);
        }
        cursor = slice.next().orElse(null);
      } while (cursor != null);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), PLANT_ZONE);
  }
}
