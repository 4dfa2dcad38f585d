package cn.ecogate.web.passage;

import cn.ecogate.passage.boundary.PassageTable;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Moments;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code /passages/export}: what the list of that address shows, as a table to take away. */
@WebServlet("/passages/export")
public class PassageSheetServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int UNPROCESSABLE = 422;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject PassageTable table;
  @Inject Moments moments;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Address address = PassageAddress.read(request.getParameterMap());
    PassageFilter filter = PassageAddress.filter(address);
    try {
      table.check(filter);
    } catch (Rejected why) {
      response.setStatus(UNPROCESSABLE);
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().println(why.getMessage());
      return;
    }
    response.setContentType(XLSX);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename*=UTF-8''"
            + URLEncoder.encode("通行记录-" + moments.getToday(), StandardCharsets.UTF_8)
            + ".xlsx");
    table.write(filter, PassageAddress.exported(address), response.getOutputStream());
  }
}
