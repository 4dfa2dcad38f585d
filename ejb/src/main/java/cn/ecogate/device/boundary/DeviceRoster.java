package cn.ecogate.device.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.resource.ConnectionFactoryDefinition;

/**
 * Has the site's devices linked when the application starts, but not before the schema is there,
 * and a demo plant's vehicles with it: the first truck must find a ledger and its filing.
 */
@Startup
@Singleton
@DependsOn({"SchemaKeeper", "DemoPlant", "CatchUp", "DeviceKeeper"})
@ConnectionFactoryDefinition(
    name = DeviceRoster.CONNECTION_FACTORY,
    interfaceName = "cn.ecogate.adapter.api.GateConnectionFactory",
    // Alone on Payara Micro; inside an EAR its name has a leading #.
    resourceAdapter = "${MPCONFIG=ecogate.gate-adapter:gate-adapter}",
    minPoolSize = 0,
    maxPoolSize = 200)
public class DeviceRoster {

  static final String CONNECTION_FACTORY = "java:app/gate";

  @Inject DeviceInstaller installer;

  @PostConstruct
  void install() {
    installer.install();
  }
}
