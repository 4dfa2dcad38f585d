package cn.ecogate.uplink.control;

import cn.ecogate.uplink.control.Profile.ReceiveCall;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one asking brings, page by page. Nothing of it counts before it is complete: half a list
 * would let vehicles through that stand on the other half.
 */
public final class Delivery {

  /** A platform that always says "more" must not be asked for ever. */
  private static final int MOST_PAGES = 1_000;

  private final ReceiveCall call;
  private final List<JsonObject> rows = new ArrayList<>();
  private int pages;
  private boolean more = true;
  private Optional<Long> promised = Optional.empty();
  private Optional<String> mark = Optional.empty();
  private Optional<Boolean> whole = Optional.empty();
  private Optional<String> fault = Optional.empty();

  Delivery(ReceiveCall call) {
    this.call = call;
  }

  int nextPage() {
    return pages + 1;
  }

  void take(AnswerReading page) {
    pages++;
    Optional<List<JsonValue>> list = page.itemsAt(call.answer().rows());
    if (list.isEmpty()) {
      fail("平台的回答里没有列表 " + call.answer().rows() + "，未采用");
      return;
    }
    for (JsonValue item : list.get()) {
      if (!(item instanceof JsonObject row)) {
        fail("平台的列表第 " + (rows.size() + 1) + " 项不是一组字段，整个列表未采用");
        return;
      }
      rows.add(row);
    }
    promised = said(page, call.answer().count()).flatMap(Delivery::number).or(() -> promised);
    mark = said(page, call.answer().mark()).filter(text -> !text.isBlank()).or(() -> mark);
    whole = said(page, call.answer().whole()).map(Delivery::yes).or(() -> whole);
    more = said(page, call.answer().more()).map(Delivery::yes).orElse(false);
    if (more && pages >= MOST_PAGES) {
      fail("平台的列表超过 " + MOST_PAGES + " 页，未采用");
    } else if (!more && promised.filter(count -> count != rows.size()).isPresent()) {
      fail("平台说共 " + promised.get() + " 条，只收到 " + rows.size() + " 条；列表不全，未采用，稍后再取");
    }
  }

  /** True while a page is still to come. */
  boolean more() {
    return more;
  }

  /** Why none of it may count. */
  Optional<String> fault() {
    return fault;
  }

  List<JsonObject> rows() {
    return rows;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Up to where it reaches, empty if the platform does not say. */
  public Optional<String> mark() {
    return mark;
  }

  /** True if it is everything the platform has. */
  public boolean whole(boolean askedForNewsOnly) {
    return whole.orElse(!askedForNewsOnly);
  }

  private void fail(String words) {
    more = false;
    fault = Optional.of(words);
  }

  private static Optional<String> said(AnswerReading page, String path) {
    return path.isEmpty() ? Optional.empty() : page.at(path);
  }

  private static boolean yes(String text) {
    return text.equals("true") || text.equals("1");
  }

  private static Optional<Long> number(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
