package cn.ecogate.web.registry;

import cn.ecogate.registry.boundary.DocumentDesk;
import cn.ecogate.registry.entity.Vehicle;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/** The pictures chosen in a vehicle's form; kept before the filing that names them. */
public class Papers implements Serializable {

  private static final long serialVersionUID = 1L;

  private transient Part list;
  private transient Part licence;

  public Part getList() {
    return list;
  }

  public void setList(Part list) {
    this.list = list;
  }

  public Part getLicence() {
    return licence;
  }

  public void setLicence(Part licence) {
    this.licence = licence;
  }

  void keep(Vehicle vehicle, DocumentDesk desk) throws IOException {
    if (chosen(list)) {
      vehicle.setListPhoto(keep(list, desk, "listPhoto"));
    }
    if (chosen(licence)) {
      vehicle.setLicencePhoto(keep(licence, desk, "licencePhoto"));
    }
    list = null;
    licence = null;
  }

  static boolean chosen(Part part) {
    return part != null
        && part.getSubmittedFileName() != null
        && !part.getSubmittedFileName().isBlank();
  }

  static String keep(Part part, DocumentDesk desk, String field) throws IOException {
    try (InputStream image = part.getInputStream()) {
      return desk.keep(image, part.getSize(), field);
    }
  }
}
