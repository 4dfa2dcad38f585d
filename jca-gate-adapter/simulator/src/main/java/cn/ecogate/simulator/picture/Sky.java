package cn.ecogate.simulator.picture;

import java.awt.Color;
import java.time.ZonedDateTime;
import java.util.Random;

/**
 * Light and weather at a time: the same for every camera of the site, and the same again for the
 * same time.
 *
 * @param dark 0 = noon, 1 = night
 */
record Sky(double dark, boolean cloudy, boolean rain) {

  private static final int WEATHER_HOURS = 2;

  /** Sun of south-west China on Beijing time. */
  private static final double DAWN = 6.6;

  private static final double SUNRISE = 7.7;
  private static final double SUNSET = 18.3;
  private static final double DUSK = 19.3;

  static Sky at(ZonedDateTime time, double hour) {
    double dark;
    if (hour < DAWN || hour > DUSK) {
      dark = 1;
    } else if (hour < SUNRISE) {
      dark = (SUNRISE - hour) / (SUNRISE - DAWN);
    } else if (hour > SUNSET) {
      dark = (hour - SUNSET) / (DUSK - SUNSET);
    } else {
      dark = 0;
    }
    Random weather =
        new Random(
            time.getYear() * 12_000L + time.getDayOfYear() * 24L + (int) hour / WEATHER_HOURS);
    weather.nextInt();
    double luck = weather.nextDouble();
    return new Sky(dark, luck < 0.55, luck < 0.25);
  }

  Color zenith() {
    Color day = rain ? new Color(0x8F9AA3) : cloudy ? new Color(0xA9B6C1) : new Color(0x5E9FD6);
    return mixed(day, new Color(0x2A3A66), dark * 0.6);
  }

  Color haze() {
    Color day = rain ? new Color(0xB3BABF) : cloudy ? new Color(0xD3D9DD) : new Color(0xD9E8F2);
    Color dusk = new Color(0xE9A36B);
    return dark > 0.05 && dark < 0.95 && !rain ? mixed(day, dusk, 0.55) : day;
  }

  /** From one colour to another, 0 to 1. */
  static Color mixed(Color from, Color to, double share) {
    double rest = 1 - share;
    return new Color(
        (int) (from.getRed() * rest + to.getRed() * share),
        (int) (from.getGreen() * rest + to.getGreen() * share),
        (int) (from.getBlue() * rest + to.getBlue() * share));
  }
}
