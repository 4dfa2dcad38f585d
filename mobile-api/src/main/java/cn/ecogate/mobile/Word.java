package cn.ecogate.mobile;

import cn.ecogate.vocabulary.Coded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A word of the trade in JSON: its stable name for programs, its label for people. */
@Schema(description = "术语：name 供程序使用，label 供人阅读，code 为标准代码（没有则省略）")
public record Word(
    @Schema(example = "CHINA_6") String name,
    @Schema(example = "6") String code,
    @Schema(example = "国六") String label) {

  /** Null for null, which JSON leaves out. */
  public static <E extends Enum<E> & Coded> Word of(E word) {
    return word == null ? null : new Word(word.name(), word.code(), word.label());
  }

  public static Word of(Enum<?> word, String label) {
    return word == null ? null : new Word(word.name(), null, label);
  }
}
