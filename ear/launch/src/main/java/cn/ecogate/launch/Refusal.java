package cn.ecogate.launch;

/** Why nothing is started, in one sentence that says how to put it right: Chinese, then English. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Refusal(String chinese, String english) {
    super(chinese + "（" + english + "）");
  }

  Refusal(String sentence) {
    super(sentence.replaceAll("\\s*\\R\\s*", " "));
  }
}
