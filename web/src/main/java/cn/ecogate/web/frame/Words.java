package cn.ecogate.web.frame;

import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.vocabulary.VehicleType;
import cn.ecogate.vocabulary.VehicleUse;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page's sentences and the trade's words in the language of the caller. */
@Named
@RequestScoped
public class Words {

  private static final String BUNDLE = "cn.ecogate.web.texts";

  @Inject Preferences prefs;

  /** A sentence with its blanks filled in. */
  public String say(String key, Object... blanks) {
    return say(prefs.getLocale(), key, blanks);
  }

  /** The name of an enum's constant, e.g. key {@code FuelType.DIESEL}; empty for null. */
  public String of(Enum<?> constant) {
    return constant == null
        ? ""
        : say(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }

  /** The names of several, in the order of their kind. */
  public String list(Collection<? extends Enum<?>> constants) {
    return constants.stream()
        .sorted(Comparator.comparingInt(Enum::ordinal))
        .map(this::of)
        .collect(Collectors.joining(say("list.comma")));
  }

  /** The sentence of that key, or the given one if the bundle has none. */
  public String orElse(String key, String otherwise) {
    ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, prefs.getLocale());
    return texts.containsKey(key) ? texts.getString(key) : otherwise;
  }

  /** What was done to a filing or card, by its stable name. */
  public String act(String act) {
    return orElse("FilingAct." + act, act);
  }

  /** A vehicle type's GA/T 16.4 code with its name. */
  public String type(String code) {
    return code == null || code.isBlank() ? "" : code + " " + VehicleType.label(code);
  }

  /** A use's GA/T 16.3 letter with its name. */
  public String use(String code) {
    return code == null ? "" : code + " " + VehicleUse.known(code).map(this::of).orElse("");
  }

  /** A rule's title; the Chinese one it was recorded with where the language has none. */
  public String rule(RuleAnswer answer) {
    return orElse("rule." + answer.rule(), answer.title());
  }

  /** The comma-separated codes of a passage's reasons, in words. */
  public String codes(String codes) {
    return codes == null || codes.isBlank()
        ? ""
        : Stream.of(codes.split(","))
            .map(code -> orElse("Code." + code.strip(), code))
            .collect(Collectors.joining(say("list.comma")));
  }

  /** A share of one as per cent with one digit; 99.96 % is not yet 100 %. */
  public String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", Math.floor(share * 1000 + 1e-9) / 10);
  }

  public String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String say(Locale locale, String key, Object... blanks) {
    String text = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
    return blanks.length == 0 ? text : new MessageFormat(text, locale).format(blanks);
  }
}
