package cn.ecogate.mobile;

import cn.ecogate.mobile.account.MeResource;
import cn.ecogate.mobile.account.SignInsResource;
import cn.ecogate.mobile.account.TokensResource;
import cn.ecogate.mobile.alarm.AlarmsResource;
import cn.ecogate.mobile.confirmation.ConfirmationsResource;
import cn.ecogate.mobile.device.DevicesResource;
import cn.ecogate.mobile.passage.PaperSheetsResource;
import cn.ecogate.mobile.passage.PassagesResource;
import cn.ecogate.mobile.passage.PhotosResource;
import cn.ecogate.mobile.passage.VisitsResource;
import cn.ecogate.mobile.problem.BodyLimit;
import cn.ecogate.mobile.problem.FaultMapper;
import cn.ecogate.mobile.problem.RoleGate;
import cn.ecogate.mobile.registry.DocumentsResource;
import cn.ecogate.mobile.registry.FleetsResource;
import cn.ecogate.mobile.registry.MachinesResource;
import cn.ecogate.mobile.registry.PlantVehiclesResource;
import cn.ecogate.mobile.registry.VehiclesResource;
import cn.ecogate.mobile.release.ExemptionsResource;
import cn.ecogate.mobile.release.LiftDutiesResource;
import cn.ecogate.mobile.release.ReleasesResource;
import cn.ecogate.mobile.release.TemporaryFilingsResource;
import cn.ecogate.mobile.site.LanesResource;
import cn.ecogate.mobile.strategy.ExceedingVehiclesResource;
import cn.ecogate.mobile.strategy.StrategiesResource;
import cn.ecogate.mobile.uplink.UplinkResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The API's table of contents; its contract is {@code META-INF/openapi.yaml}. */
@ApplicationPath(MobileApi.ROOT)
public class MobileApi extends Application {

  public static final String ROOT = "/api/v1";

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        TokensResource.class,
        MeResource.class,
        SignInsResource.class,
        LanesResource.class,
        ExceedingVehiclesResource.class,
        ConfirmationsResource.class,
        StrategiesResource.class,
        DevicesResource.class,
        PassagesResource.class,
        PaperSheetsResource.class,
        VisitsResource.class,
        AlarmsResource.class,
        UplinkResource.class,
        ReleasesResource.class,
        ExemptionsResource.class,
        TemporaryFilingsResource.class,
        LiftDutiesResource.class,
        PhotosResource.class,
        VehiclesResource.class,
        FleetsResource.class,
        DocumentsResource.class,
        MachinesResource.class,
        PlantVehiclesResource.class,
        RoleGate.class,
        BodyLimit.class,
        FaultMapper.class);
  }
}
