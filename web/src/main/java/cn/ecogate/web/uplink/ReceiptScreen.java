package cn.ecogate.web.uplink;

import cn.ecogate.uplink.boundary.Received;
import cn.ecogate.uplink.entity.Receipt;
import cn.ecogate.uplink.entity.ReceiptLine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One answer of a platform laid open: what it changed, and what could not be understood. */
@Named
@RequestScoped
public class ReceiptScreen {

  @Inject HttpServletRequest request;
  @Inject Received received;

  private Receipt receipt;
  private List<ReceiptLine> lines = List.of();

  @PostConstruct
  void read() {
    String id = request.getParameter("id");
    if (id != null && id.matches("\\d{1,18}")) {
      receipt = received.receipt(Long.parseLong(id)).orElse(null);
      lines = receipt == null ? List.of() : received.lines(receipt.getId());
    }
  }

  /** Null if there is none of that number. */
  public Receipt getReceipt() {
    return receipt;
  }

  public List<ReceiptLine> getLines() {
    return lines;
  }

  /** How many changes are not told one by one. */
  public int getUntold() {
    int all = receipt.getAdded() + receipt.getAmended() + receipt.getRemoved() + receipt.getOdd();
    return Math.max(0, all - lines.size());
  }

  /** Where more is said of it. */
  public String link(ReceiptLine line) {
    if (line.getViolationId() != null) {
      return "/violation.xhtml?id=" + line.getViolationId();
    }
    return line.getPlate() == null
        ? ""
        : "/passages.xhtml?plate=" + URLEncoder.encode(line.getPlate(), StandardCharsets.UTF_8);
  }
}
