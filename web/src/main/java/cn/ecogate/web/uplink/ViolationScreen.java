package cn.ecogate.web.uplink;

import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.uplink.boundary.Received;
import cn.ecogate.uplink.entity.Violation;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One violation a platform has told of, and the passages it means. */
@Named
@RequestScoped
public class ViolationScreen {

  /** So far the platform's time and ours may be apart: it may have taken it from another record. */
  private static final Duration APART = Duration.ofMinutes(15);

  private static final int MOST = 20;

  @Inject HttpServletRequest request;
  @Inject Received received;
  @Inject PassageSearch search;

  private Violation violation;

  @PostConstruct
  void read() {
    String id = request.getParameter("id");
    if (id != null && id.matches("\\d{1,18}")) {
      violation = received.violation(Long.parseLong(id)).orElse(null);
    }
  }

  /** Null if there is none of that number. */
  public Violation getViolation() {
    return violation;
  }

  /** Around the platform's times; without any, the vehicle's newest before it was told. */
  public List<Passage> getPassages() {
    List<Passage> meant =
        Stream.of(violation.in(), violation.out())
            .flatMap(Optional::stream)
            .flatMap(at -> passages(at.minus(APART), at.plus(APART)).stream())
            .distinct()
            .toList();
    return meant.isEmpty() && violation.in().isEmpty() && violation.out().isEmpty()
        ? passages(null, violation.getReceivedAt())
        : meant;
  }

  private List<Passage> passages(Instant from, Instant to) {
    PassageFilter filter =
        new PassageFilter(from, to, violation.getPlate(), null, null, null, null, null, null);
    return search.find(filter, null, MOST).rows();
  }
}
