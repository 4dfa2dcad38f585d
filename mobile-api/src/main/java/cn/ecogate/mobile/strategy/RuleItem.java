package cn.ecogate.mobile.strategy;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.mobile.Word;
import cn.ecogate.vocabulary.Coded;
import java.util.List;
import java.util.Set;

/** One thing a strategy forbids; an empty list means every one. */
public record RuleItem(
    Word worst,
    List<Word> groups,
    List<String> types,
    List<Word> fuels,
    List<Word> uses,
    List<Word> directions) {

  static RuleItem of(Restriction rule) {
    return new RuleItem(
        Word.of(rule.worst()),
        rule.groups().stream().sorted().map(group -> Word.of(group, group.label())).toList(),
        rule.types().stream().sorted().toList(),
        words(rule.fuels()),
        words(rule.uses()),
        words(rule.directions()));
  }

  private static <E extends Enum<E> & Coded> List<Word> words(Set<E> some) {
    return some.stream().sorted().map(Word::of).toList();
  }
}
