package cn.ecogate.web.uplink;

import cn.ecogate.uplink.boundary.TransferBook;
import cn.ecogate.uplink.boundary.Uploads;
import cn.ecogate.uplink.entity.DayReport;
import cn.ecogate.uplink.entity.DispatchFilter;
import cn.ecogate.uplink.entity.DispatchFilter.Only;
import cn.ecogate.uplink.entity.PlatformStatus;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** A platform's day as a file for a spreadsheet: {@code /transfer-report?platform=…&day=…}. */
@WebServlet("/transfer-report")
public class TransferReportServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** A day's gaps beyond that would not be read; the queue has them all. */
  private static final int GAPS = 5_000;

  @Inject TransferBook book;
  @Inject Uploads uploads;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<LocalDate> day = Days.parse(request.getParameter("day"));
    String platform = request.getParameter("platform");
    boolean known =
        uploads.platforms().stream()
            .map(PlatformStatus::platformId)
            .anyMatch(id -> id.equals(platform));
    if (day.isEmpty() || !known) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    DayReport report = book.report(platform, day.get());
    DispatchFilter gaps =
        DispatchFilter.of(
            platform,
            TransferBook.begin(day.get()),
            TransferBook.begin(day.get().plusDays(1)),
            Only.GAP);
    String name = "传输日报_" + report.platformName() + "_" + report.day() + ".csv";
    response.setContentType("text/csv; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename*=UTF-8''"
            + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    response
        .getOutputStream()
        .write(
            TransferSheet.csv(report, uploads.find(gaps, null, GAPS).rows())
                .getBytes(StandardCharsets.UTF_8));
  }
}
