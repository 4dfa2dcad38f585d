package cn.ecogate.adapter.api.catalogue;

import java.util.Locale;

/** Words for people, in both languages. */
public record Label(String chinese, String english) {

  /** In the reader's language; Chinese unless that is English. */
  public String in(Locale reader) {
    return reader.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
  }
}
