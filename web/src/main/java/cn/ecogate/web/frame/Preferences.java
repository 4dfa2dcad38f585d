package cn.ecogate.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The language and look a person chose, from the cookies of their browser; Chinese unless said. */
@Named("prefs")
@RequestScoped
public class Preferences {

  static final String LANGUAGE = "ecogate-language";
  static final String LOOK = "ecogate-look";
  static final Set<String> LANGUAGES = Set.of("zh", "en");
  static final Set<String> LOOKS = Set.of("auto", "light", "dark");

  @Inject HttpServletRequest request;

  public Locale getLocale() {
    return localeOf(request);
  }

  public String getLanguage() {
    return Locale.ENGLISH.equals(getLocale()) ? "en" : "zh-CN";
  }

  public boolean isEnglish() {
    return Locale.ENGLISH.equals(getLocale());
  }

  /** {@code auto} follows the device. */
  public String getLook() {
    return cookie(request, LOOK).filter(LOOKS::contains).findFirst().orElse("auto");
  }

  static Locale localeOf(HttpServletRequest request) {
    return cookie(request, LANGUAGE).anyMatch("en"::equals) ? Locale.ENGLISH : Locale.CHINESE;
  }

  private static Stream<String> cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Stream.empty()
        : Stream.of(cookies).filter(c -> c.getName().equals(name)).map(Cookie::getValue);
  }
}
