package cn.ecogate.web.passage;

import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Enterprise;
import cn.ecogate.site.entity.Gate;
import cn.ecogate.web.frame.Moments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/** The blank sheet of one gate for an outage, with a number that no other sheet has. */
@Named
@RequestScoped
public class PaperFormScreen {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  @Inject HttpServletRequest request;
  @Inject SiteBook siteBook;
  @Inject Moments moments;

  public Enterprise getEnterprise() {
    return siteBook.site().enterprise();
  }

  /** The gate in the address, else the first. */
  public Gate getGate() {
    List<Gate> gates = siteBook.site().gates();
    String asked = request.getParameter("gate");
    return gates.stream().filter(gate -> gate.no().equals(asked)).findFirst().orElse(gates.get(0));
  }

  /** Gate and moment of printing. */
  public String getNumber() {
    return getGate().no()
        + "-"
        + STAMP.format(LocalDateTime.ofInstant(moments.getNow(), Moments.PLANT_ZONE));
  }

  public List<Integer> getLines() {
    return IntStream.rangeClosed(1, PaperScreen.LINES).boxed().toList();
  }
}
