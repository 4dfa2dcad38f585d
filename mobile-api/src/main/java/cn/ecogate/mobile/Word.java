package cn.ecogate.mobile;

import cn.ecogate.vocabulary.Coded;

/** A word of the trade in JSON: its stable name for programs, its label for people. */
public record Word(String name, String code, String label) {

  /** Null for null, which JSON leaves out. */
  public static <E extends Enum<E> & Coded> Word of(E word) {
    return word == null ? null : new Word(word.name(), word.code(), word.label());
  }

  public static Word of(Enum<?> word, String label) {
    return word == null ? null : new Word(word.name(), null, label);
  }
}
