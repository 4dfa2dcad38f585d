package cn.ecogate.web.uplink;

import cn.ecogate.uplink.boundary.TransferBook;
import cn.ecogate.uplink.boundary.Uploads;
import cn.ecogate.uplink.entity.DayReport;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.DispatchFilter;
import cn.ecogate.uplink.entity.DispatchFilter.Only;
import cn.ecogate.uplink.entity.PlatformStatus;
import cn.ecogate.uplink.entity.Tally;
import cn.ecogate.web.frame.Address;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;

/** One platform's day: transfer rate, completeness, what happened, what is missing. */
@Named
@RequestScoped
public class TransferScreen {

  private static final int DAYS = 14;
  private static final int GAPS = 20;

  @Inject HttpServletRequest request;
  @Inject TransferBook book;
  @Inject Uploads uploads;

  private Address address;
  private String platform;
  private LocalDate day;
  private DayReport report;
  private List<Tally> days;

  @PostConstruct
  void read() {
    address = Address.read("/transfer.xhtml", request.getParameterMap(), "platform", "day");
    List<PlatformStatus> platforms = uploads.platforms();
    platform =
        platforms.stream()
            .map(PlatformStatus::platformId)
            .filter(id -> id.equals(address.get("platform")))
            .findFirst()
            .orElse(platforms.isEmpty() ? "" : platforms.get(0).platformId());
    LocalDate today = book.today();
    day = Days.parse(address.get("day")).filter(asked -> !asked.isAfter(today)).orElse(today);
  }

  public Address getAddress() {
    return address;
  }

  public List<PlatformStatus> getPlatforms() {
    return uploads.platforms();
  }

  public String getPlatform() {
    return platform;
  }

  public LocalDate getDay() {
    return day;
  }

  public boolean isToday() {
    return day.equals(book.today());
  }

  /** The same page of another day. */
  public String day(LocalDate other) {
    return address.with("platform", platform).with("day", other.toString()).link();
  }

  public DayReport getReport() {
    report = report == null ? book.report(platform, day) : report;
    return report;
  }

  public List<String> getOvernight() {
    return book.overnight(platform, day);
  }

  public List<Tally> getDays() {
    days = days == null ? book.days(platform, day, DAYS) : days;
    return days;
  }

  public List<Dispatch> getGaps() {
    return uploads.find(of(Only.GAP), null, GAPS).rows();
  }

  public List<Dispatch> getIncomplete() {
    return uploads.find(of(Only.INCOMPLETE), null, GAPS).rows();
  }

  /** The queue with only these. */
  public String queue(String only) {
    return queue().with("only", only).link();
  }

  /** The queue with only what that part of the day counts. */
  public String queue(Tally part) {
    return queue().with("kind", part.kind().name()).with("gate", part.gate()).link();
  }

  private Address queue() {
    return new Address("/uploads.xhtml", java.util.Map.of())
        .with("platform", platform)
        .with("from", day.toString())
        .with("to", day.toString());
  }

  private DispatchFilter of(Only only) {
    return DispatchFilter.of(
        platform, TransferBook.begin(day), TransferBook.begin(day.plusDays(1)), only);
  }
}
