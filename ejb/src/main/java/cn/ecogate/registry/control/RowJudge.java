package cn.ecogate.registry.control;

import cn.ecogate.registry.entity.ImportRow;
import cn.ecogate.registry.entity.ImportRow.Fault;
import cn.ecogate.registry.entity.ImportRow.Kind;
import cn.ecogate.vocabulary.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Tells of every row of a table what it is: new, changed, unchanged, the same thing under another
 * plate, or wrong with every reason. Remembers the rows before, because files hold things twice.
 */
public final class RowJudge<T> {

  private final SheetForm<T> form;
  private final Map<String, Integer> rowOfIdentity = new HashMap<>();

  public RowJudge(SheetForm<T> form) {
    this.form = form;
  }

  /** A row as it was typed, before it is known what is on file. */
  public record Typed<T>(SheetRow row, T draft, List<Fault> faults, List<String> identities) {}

  /**
   * A row and what it comes to.
   *
   * @param known what is on file, empty for a new thing
   * @param checked what would be filed, empty if the row is wrong
   */
  public record Judged<T>(ImportRow row, Optional<T> known, Optional<T> checked) {}

  public Typed<T> typed(SheetRow row) {
    T draft = form.blank().get();
    List<Fault> faults = fill(draft, row);
    List<String> identities = faults.isEmpty() ? form.identities().apply(draft) : List.of();
    return new Typed<>(row, draft, faults, identities);
  }

  /**
   * @param onFile what is on file under any of the row's identities
   */
  public Judged<T> judge(Typed<T> typed, Map<String, T> onFile) {
    List<Fault> faults = new ArrayList<>(typed.faults());
    twice(typed).ifPresent(faults::add);
    Set<T> known = new LinkedHashSet<>();
    typed
        .identities()
        .forEach(identity -> Optional.ofNullable(onFile.get(identity)).ifPresent(known::add));
    if (known.size() > 1) {
      faults.add(
          new Fault(
              "",
              "这一行同时与两条已有记录相同（"
                  + String.join("、", known.stream().map(form.words()).toList())
                  + "），请核对号牌、编码和车架号。"));
    }
    if (!faults.isEmpty()) {
      return wrong(typed, faults);
    }
    return known.isEmpty() ? fresh(typed) : again(typed, known.iterator().next());
  }

  private Judged<T> fresh(Typed<T> typed) {
    List<Fault> faults = new ArrayList<>();
    for (Column<T> column : form.columns()) {
      if (column.required() && !typed.row().cells().containsKey(column.name())) {
        faults.add(new Fault(column.header(), "新增的行必须填写" + column.header() + "。"));
      }
    }
    return faults.isEmpty()
        ? checked(typed, typed.draft(), Optional.empty())
        : wrong(typed, faults);
  }

  /** Blank cells leave what is on file as it is. */
  private Judged<T> again(Typed<T> typed, T known) {
    T merged = form.copy().apply(known);
    fill(merged, typed.row());
    return checked(typed, merged, Optional.of(known));
  }

  private Judged<T> checked(Typed<T> typed, T draft, Optional<T> known) {
    try {
      T checked = form.checked().apply(draft);
      List<String> changes = known.map(before -> differences(before, checked)).orElse(List.of());
      return new Judged<>(
          new ImportRow(
              typed.row().number(),
              kind(known, checked, changes),
              form.words().apply(checked),
              List.of(),
              form.oddities().apply(checked),
              changes),
          known,
          Optional.of(checked));
    } catch (Rejected why) {
      return wrong(typed, List.of(fault(why)));
    }
  }

  private Kind kind(Optional<T> known, T checked, List<String> changes) {
    if (known.isEmpty()) {
      return Kind.NEW;
    }
    if (changes.isEmpty()) {
      return Kind.UNCHANGED;
    }
    String before = form.identities().apply(known.get()).get(0);
    return before.equals(form.identities().apply(checked).get(0)) ? Kind.CHANGED : Kind.MOVED;
  }

  private Judged<T> wrong(Typed<T> typed, List<Fault> faults) {
    return new Judged<>(
        new ImportRow(
            typed.row().number(),
            Kind.WRONG,
            String.join(" ", typed.row().cells().values().stream().limit(3).toList()),
            faults,
            List.of(),
            List.of()),
        Optional.empty(),
        Optional.empty());
  }

  private Optional<Fault> twice(Typed<T> typed) {
    Optional<Fault> found = Optional.empty();
    for (String identity : typed.identities()) {
      Integer earlier = rowOfIdentity.putIfAbsent(identity, typed.row().number());
      if (earlier != null && found.isEmpty()) {
        found = Optional.of(new Fault("", "与第 " + earlier + " 行重复（" + identity + "），请只保留一行。"));
      }
    }
    return found;
  }

  private List<Fault> fill(T thing, SheetRow row) {
    List<Fault> faults = new ArrayList<>();
    for (Column<T> column : form.columns()) {
      String text = row.cells().get(column.name());
      if (text != null) {
        try {
          column.read().accept(thing, text);
        } catch (Rejected why) {
          faults.add(new Fault(column.header(), why.getMessage()));
        }
      }
    }
    return faults;
  }

  private Fault fault(Rejected why) {
    return new Fault(why.field().isEmpty() ? "" : form.header(why.field()), why.getMessage());
  }

  private List<String> differences(T before, T after) {
    Map<String, Object> old = form.items().apply(before);
    List<String> changes = new ArrayList<>();
    form.items()
        .apply(after)
        .forEach(
            (name, value) -> {
              if (!Objects.equals(old.get(name), value)) {
                changes.add(name + ": " + word(old.get(name)) + " → " + word(value));
              }
            });
    return changes;
  }

  private static String word(Object value) {
    return value == null ? "—" : value.toString();
  }
}
