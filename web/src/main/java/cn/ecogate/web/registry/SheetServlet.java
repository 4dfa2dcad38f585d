package cn.ecogate.web.registry;

import cn.ecogate.registry.boundary.Tables;
import cn.ecogate.web.frame.Moments;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Tables to take away: {@code /sheets/vehicles} is what the list of that address shows, {@code
 * /sheets/vehicles-template} an empty one to be filled in.
 */
@WebServlet("/sheets/*")
public class SheetServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject Tables tables;
  @Inject Moments moments;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (String.valueOf(request.getPathInfo())) {
      case "/vehicles" -> {
        begin(response, "运输车辆-" + moments.getToday());
        tables.vehicles(
            VehicleAddress.filter(
                VehicleAddress.read(request.getParameterMap()), moments.getToday()),
            response.getOutputStream());
      }
      case "/vehicles-template" -> {
        begin(response, "运输车辆-模板");
        tables.vehicleTemplate(response.getOutputStream());
      }
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void begin(HttpServletResponse response, String name) {
    response.setContentType(XLSX);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename*=UTF-8''"
            + URLEncoder.encode(name, StandardCharsets.UTF_8)
            + ".xlsx");
  }
}
