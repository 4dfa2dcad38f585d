package cn.ecogate.mobile.uplink;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.AUDITOR;
import static cn.ecogate.account.entity.Role.Names.GUARD;
import static cn.ecogate.account.entity.Role.Names.INSPECTOR;
import static cn.ecogate.account.entity.Role.Names.OFFICER;

import cn.ecogate.uplink.boundary.Received;
import cn.ecogate.uplink.boundary.TransferBook;
import cn.ecogate.uplink.boundary.Uploads;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.PlatformStatus;
import cn.ecogate.uplink.entity.Receipt;
import cn.ecogate.uplink.entity.Violation;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The platforms: rates, queue, and what they have sent down. */
@Path("/uplink")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UplinkResource {

  @Inject Uploads uploads;
  @Inject TransferBook book;
  @Inject Received received;
  @Inject Clock clock;

  @GET
  @RolesAllowed({ADMINISTRATOR, OFFICER, GUARD, INSPECTOR, AUDITOR})
  @Path("/platforms")
  public List<PlatformItem> platforms() {
    Instant now = clock.instant();
    return uploads.platforms().stream().map(status -> PlatformItem.of(status, now)).toList();
  }

  @GET
  @RolesAllowed({ADMINISTRATOR, OFFICER, GUARD, INSPECTOR, AUDITOR})
  @Path("/days")
  public DayItem day(@BeanParam DayCriteria criteria) {
    return DayItem.of(book.report(known(criteria.platform()), criteria.day(book.today())));
  }

  @GET
  @RolesAllowed({ADMINISTRATOR, OFFICER, GUARD, INSPECTOR, AUDITOR})
  @Path("/dispatches")
  public DispatchPage dispatches(@BeanParam DispatchCriteria criteria) {
    Slice<Dispatch> slice = uploads.find(criteria.filter(), criteria.cursor(), criteria.rows());
    return new DispatchPage(
        slice.rows().stream().map(DispatchItem::of).toList(), slice.next().orElse(null));
  }

  @GET
  @RolesAllowed({ADMINISTRATOR, OFFICER, GUARD, INSPECTOR, AUDITOR})
  @Path("/sendings")
  public List<SendingItem> sendings() {
    return received.sendings().stream().map(SendingItem::of).toList();
  }

  @GET
  @RolesAllowed({ADMINISTRATOR, OFFICER, GUARD, INSPECTOR, AUDITOR})
  @Path("/receipts")
  public ReceiptPage receipts(@BeanParam ReceiptCriteria criteria) {
    Slice<Receipt> slice = received.find(criteria.filter(), criteria.cursor(), criteria.rows());
    return new ReceiptPage(
        slice.rows().stream().map(ReceiptItem::of).toList(), slice.next().orElse(null));
  }

  @GET
  @RolesAllowed({ADMINISTRATOR, OFFICER, GUARD, INSPECTOR, AUDITOR})
  @Path("/receipts/{id: [0-9]{1,18}}")
  public ReceiptItem receipt(@PathParam("id") long id) {
    Receipt receipt =
        received
            .receipt(id)
            .orElseThrow(() -> new Rejected("not-found", "", "没有编号为 " + id + " 的平台下发记录。"));
    return ReceiptItem.of(
        receipt, received.lines(id).stream().map(ReceiptItem.LineItem::of).toList());
  }

  @GET
  @RolesAllowed({ADMINISTRATOR, OFFICER, GUARD, INSPECTOR, AUDITOR})
  @Path("/violations")
  public ViolationPage violations(@BeanParam ViolationCriteria criteria) {
    Slice<Violation> slice =
        received.violations(criteria.plate(), criteria.cursor(), criteria.rows());
    return new ViolationPage(
        slice.rows().stream().map(ViolationItem::of).toList(), slice.next().orElse(null));
  }

  private String known(String platform) {
    List<String> all = uploads.platforms().stream().map(PlatformStatus::platformId).toList();
    if (platform == null && all.size() == 1) {
      return all.get(0);
    }
    if (platform == null || !all.contains(platform)) {
      throw new Rejected(
          "query-value",
          "platform",
          "platform 应为监管平台的编号；可用：" + all.stream().collect(Collectors.joining("、")) + "。");
    }
    return platform;
  }
}
