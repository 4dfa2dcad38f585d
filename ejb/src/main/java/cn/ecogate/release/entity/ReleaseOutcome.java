package cn.ecogate.release.entity;

import java.util.function.Function;

/** What came of a release or of an answer to an exemption, for the person who gave it. */
public sealed interface ReleaseOutcome {

  <T> T match(
      Function<Opened, T> opened,
      Function<NotOpened, T> notOpened,
      Function<Declined, T> declined,
      Function<TooLate, T> tooLate);

  /** However it went, the release as it is kept now. */
  default Release release() {
    return match(Opened::kept, NotOpened::kept, Declined::kept, TooLate::kept);
  }

  /** Recorded, and the barrier confirmed that it rises. */
  record Opened(Release kept) implements ReleaseOutcome {
    @Override
    public <T> T match(
        Function<Opened, T> opened,
        Function<NotOpened, T> notOpened,
        Function<Declined, T> declined,
        Function<TooLate, T> tooLate) {
      return opened.apply(this);
    }
  }

  /** Recorded, but the barrier did not rise; its own words say why. */
  record NotOpened(Release kept) implements ReleaseOutcome {
    @Override
    public <T> T match(
        Function<Opened, T> opened,
        Function<NotOpened, T> notOpened,
        Function<Declined, T> declined,
        Function<TooLate, T> tooLate) {
      return notOpened.apply(this);
    }
  }

  /** The approver said no; the guard and the driver are told. */
  record Declined(Release kept) implements ReleaseOutcome {
    @Override
    public <T> T match(
        Function<Opened, T> opened,
        Function<NotOpened, T> notOpened,
        Function<Declined, T> declined,
        Function<TooLate, T> tooLate) {
      return declined.apply(this);
    }
  }

  /** It was over before this answer came; its state says how. */
  record TooLate(Release kept) implements ReleaseOutcome {
    @Override
    public <T> T match(
        Function<Opened, T> opened,
        Function<NotOpened, T> notOpened,
        Function<Declined, T> declined,
        Function<TooLate, T> tooLate) {
      return tooLate.apply(this);
    }
  }
}
