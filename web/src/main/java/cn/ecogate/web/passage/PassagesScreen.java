package cn.ecogate.web.passage;

import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.boundary.PassageTable;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageColumn;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Chip;
import cn.ecogate.web.frame.Moments;
import cn.ecogate.web.frame.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The passages that fit the filters in the address, page by page. */
@Named
@RequestScoped
public class PassagesScreen {

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject PassageSearch search;
  @Inject PassageCells cells;
  @Inject Words words;
  @Inject Moments moments;

  private Address address;
  private Slice<Passage> slice;
  private Long count;

  @PostConstruct
  void read() {
    address = PassageAddress.read(request.getParameterMap());
    var filter = PassageAddress.filter(address);
    try {
      slice = search.find(filter, request.getParameter("cursor"), ROWS);
    } catch (Rejected notACursor) {
      slice = search.find(filter, null, ROWS);
    }
    cells.prepare(slice.rows());
  }

  public Address getAddress() {
    return address;
  }

  public List<Passage> getRows() {
    return slice.rows();
  }

  /** What stands beside picture, time and plate. */
  public List<PassageColumn> getColumns() {
    return PassageAddress.shown(address);
  }

  /** Every column that may be chosen. */
  public List<PassageColumn> getChoosable() {
    return Arrays.stream(PassageColumn.values())
        .filter(column -> column != PassageColumn.TIME && column != PassageColumn.PLATE)
        .toList();
  }

  /** The filters without the columns, for the form that chooses these. */
  public Map<String, String> getFilters() {
    return address.without("columns").values();
  }

  /** Where exactly this is a table to take away; null if it is more than one file holds. */
  public String getExport() {
    return getCount() > PassageTable.MOST
        ? null
        : new Address("/passages/export", address.values()).link();
  }

  public Optional<String> getMore() {
    return slice.next().map(cursor -> address.with("cursor", cursor).link());
  }

  public long getCount() {
    count = count == null ? search.count(PassageAddress.filter(address)) : count;
    return count;
  }

  public List<Chip> getChips() {
    return PassageChips.of(address, words);
  }

  /** Whole days back from today: 0 = today alone, 1 = yesterday alone, else the last so many. */
  public String days(int back) {
    LocalDate today = moments.getToday();
    LocalDate last = back == 1 ? today.minusDays(1) : today;
    LocalDate first = back > 1 ? today.minusDays(back - 1L) : last;
    return PassageAddress.days(address, first, last).link();
  }
}
