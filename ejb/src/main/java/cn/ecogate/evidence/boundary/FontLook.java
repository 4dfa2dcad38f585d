package cn.ecogate.evidence.boundary;

import cn.ecogate.evidence.control.CaptionFont;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.lang.System.Logger.Level;

/** Says at start, not at the first inspection, that captions will lack Chinese characters. */
@Startup
@Singleton
public class FontLook {

  private static final System.Logger LOG = System.getLogger(FontLook.class.getName());

  @PostConstruct
  void look() {
    if (CaptionFont.font().isEmpty()) {
      LOG.log(
          Level.WARNING,
          "This Java cannot draw text, so photos are shown without captions. Install fontconfig"
              + " and fonts-droid-fallback (Debian: apt install fontconfig fonts-droid-fallback),"
              + " then start again.");
    } else if (!CaptionFont.chinese()) {
      LOG.log(
          Level.WARNING,
          "No font with Chinese characters was found, so captions on photos are written in Latin"
              + " letters. Install one (Debian: apt install fonts-droid-fallback, or"
              + " fonts-noto-cjk), then start again.");
    }
  }
}
