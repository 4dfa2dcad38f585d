package cn.ecogate.release.control;

import cn.ecogate.passage.entity.Passage;
import cn.ecogate.release.entity.NewExemption;
import cn.ecogate.release.entity.NewRelease;
import cn.ecogate.release.entity.Release;
import cn.ecogate.vocabulary.Rejected;
import java.time.Duration;
import java.time.Instant;

/** What may be asked at the gate, and by whom it may be answered. */
public final class ReleaseRules {

  /** A promise to file that lies further away is none. */
  static final Duration LONGEST_PROMISE = Duration.ofDays(30);

  private static final int LONGEST = 500;
  private static final int LONGEST_KEY = 80;
  private static final int LARGEST_PHOTO = 5 * 1024 * 1024;

  private ReleaseRules() {}

  /** A guard alone lets in only what the rules could not decide. */
  public static void guardMay(Passage passage) {
    switch (passage.getOutcome()) {
      case REFUSED ->
          throw new Rejected("exemption-needed", "", "规则禁止该车通行，值守人员不能单独放行；确需进出的，请申请特批，由另一人审批。");
      case ADMITTED ->
          throw new Rejected("already-admitted", "", "该车已准予通行，不用放行；道闸没有抬起的，请在该车道的“道闸”页抬杆并写明原因。");
      case NEEDS_GUARD -> {
        // This is what guards are asked about.
      }
    }
  }

  /** Only a refusal can be lifted by an exemption. */
  public static void exemptible(Passage passage) {
    switch (passage.getOutcome()) {
      case NEEDS_GUARD ->
          throw new Rejected("guard-may-release", "", "规则没有禁止该车，核对后由值守人员直接放行即可，不用特批。");
      case ADMITTED -> guardMay(passage);
      case REFUSED -> {
        // This is what exemptions are for.
      }
    }
  }

  /** The request as it may be kept; {@link Rejected} at the field that is wrong. */
  public static NewRelease checked(NewRelease wanted) {
    key(wanted.key());
    if (wanted.cause() == null) {
      throw new Rejected("cause-missing", "cause", "请选择放行理由。");
    }
    photo(wanted.photo(), "photo");
    String words = words(wanted.words(), "reason", "请用一句话写明情况：它将记入台账并上报平台。");
    return new NewRelease(
        wanted.key().strip(), wanted.passageId(), wanted.cause(), words, wanted.photo());
  }

  /** A request's own number, without which a lost answer would make a second one. */
  public static void key(String key) {
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw new Rejected(
          "key-missing", "key", "请给出本次申请的唯一编号 key（最多 " + LONGEST_KEY + " 个字符），重复提交时保持不变。");
    }
  }

  /** A photo as it may be kept; null is none. */
  public static void photo(byte[] photo, String field) {
    if (photo != null && photo.length > LARGEST_PHOTO) {
      throw new Rejected("photo-too-large", field, "照片超过 5 MB，请缩小后重新上传。");
    }
    boolean jpeg =
        photo == null || photo.length > 3 && (photo[0] & 0xFF) == 0xFF && (photo[1] & 0xFF) == 0xD8;
    if (!jpeg) {
      throw new Rejected("photo-format", field, "照片不是 JPEG 格式，请改用 JPEG 后重新上传。");
    }
  }

  /** Until when the papers will be filed. */
  public static Instant promise(NewExemption wanted, Instant now) {
    Instant until = wanted.promisedUntil();
    if (until == null) {
      throw new Rejected("promise-missing", "promise", "请写明承诺补办备案或补报说明的期限。");
    }
    if (!until.isAfter(now)) {
      throw new Rejected("promise-past", "promise", "承诺的期限已经过去，请选择以后的日期。");
    }
    if (Duration.between(now, until).compareTo(LONGEST_PROMISE) > 0) {
      throw new Rejected(
          "promise-far", "promise", "承诺的期限最长 " + LONGEST_PROMISE.toDays() + " 天，请选择更早的日期。");
    }
    return until;
  }

  /** Whoever asks does not approve. */
  public static void anotherPerson(Release release, String who) {
    if (release.getAskedBy().equals(who)) {
      throw new Rejected("approver-self", "", "申请人不能审批自己的特批，请由另一位环保专员或管理员审批。");
    }
  }

  /** An approver's words: a refusal needs them, because the guard and the driver read them. */
  public static String answer(boolean approve, String typed) {
    return approve && (typed == null || typed.isBlank())
        ? "同意"
        : words(typed, "words", "不批准须写明理由：值守人员和司机会看到。");
  }

  /** Only who asked takes it back. */
  public static void ownRequest(Release release, String who) {
    if (!release.getAskedBy().equals(who)) {
      throw new Rejected(
          "withdraw-other", "", "这是 " + release.getAskedBy() + " 的申请，只能由本人撤回；可请审批人不予批准。");
    }
  }

  /** How a promise was kept where no filing shows it. */
  public static String kept(Release release, String typed) {
    if (!release.isPromiseOpen()) {
      throw new Rejected("promise-closed", "", "这条特批没有待履行的承诺，请刷新列表。");
    }
    return words(typed, "reason", "请写明承诺如何履行，例如备案编号或上报文号。");
  }

  private static String words(String typed, String field, String ask) {
    if (typed == null || typed.isBlank()) {
      throw new Rejected("reason-missing", field, ask);
    }
    String words = typed.strip();
    if (words.length() > LONGEST) {
      throw new Rejected(
          "reason-long", field, "最多 " + LONGEST + " 个字，现为 " + words.length() + " 个，请缩短。");
    }
    return words;
  }
}
