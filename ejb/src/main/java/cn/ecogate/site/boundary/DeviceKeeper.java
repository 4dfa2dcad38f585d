package cn.ecogate.site.boundary;

import cn.ecogate.site.entity.Amendment;
import cn.ecogate.site.entity.KeptDevice;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Puts what the back office has changed over the site file, before any device is linked. */
@Startup
@Singleton
@DependsOn("SchemaKeeper")
@PermitAll
public class DeviceKeeper {

  private static final Logger LOG = System.getLogger(DeviceKeeper.class.getName());

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject SiteBook siteBook;
  @Inject DeviceVault vault;

  /** For the container. */
  public DeviceKeeper() {}

  /** For tests: what the container would inject. */
  public DeviceKeeper(EntityManager em, SiteBook siteBook, DeviceVault vault) {
    this.em = em;
    this.siteBook = siteBook;
    this.vault = vault;
  }

  @PostConstruct
  public void open() {
    vault.prepare();
    List<KeptDevice> rows =
        em.createQuery("SELECT d FROM KeptDevice d ORDER BY d.id", KeptDevice.class)
            .getResultList();
    for (KeptDevice row : rows) {
      if (siteBook.file().lane(row.getLaneId()).isEmpty()) {
        LOG.log(
            Level.WARNING,
            "设备 {0} 的车道 {1} 已不在站点文件中，后台为它保存的设置不起作用 (its lane is no longer in the site file)",
            row.getId(),
            row.getLaneId());
        continue;
      }
      Amendment amendment = vault.open(row, siteBook.fromFile(row.getLaneId(), row.getKind()));
      if (amendment.fileChanged()) {
        LOG.log(
            Level.WARNING,
            "站点文件中的设备 {0} 已改动，但以后台保存的设置为准；要采用文件的内容，请在设备页选择 (the site file says something else"
                + " about it now; the back office''s settings hold)",
            row.getId());
      }
      amendment
          .whyNotLinked()
          .ifPresent(why -> LOG.log(Level.ERROR, "设备 {0} 未接入：{1}", row.getId(), why));
      siteBook.take(amendment);
    }
  }
}
