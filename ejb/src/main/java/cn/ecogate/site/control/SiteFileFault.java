package cn.ecogate.site.control;

/**
 * What is wrong with a site file: one sentence, in Chinese and then English, that names the line
 * and the key and says how to put it right.
 */
public class SiteFileFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SiteFileFault(String chinese, String english) {
    super(chinese + "（" + english + "）");
  }
}
