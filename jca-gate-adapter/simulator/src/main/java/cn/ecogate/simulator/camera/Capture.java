package cn.ecogate.simulator.camera;

import cn.ecogate.simulator.picture.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/** One event of a camera: the moment, the vehicle and the names it keeps over every repetition. */
final class Capture {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

  private final String uuid;
  private final Instant at;
  private final int channel;
  private final int confidence;
  private final String picName;
  private final Subject subject;
  private final AtomicInteger posts = new AtomicInteger();
  private volatile boolean delivered;
  private volatile boolean history;

  Capture(String uuid, Instant at, int serial, int channel, int confidence, Subject subject) {
    this.uuid = uuid;
    this.at = at;
    this.channel = channel;
    this.confidence = confidence;
    // 17 digits of time and two more: as on the real thing, beyond what a double can hold.
    this.picName = DIGITS.format(local()) + String.format("%02d", serial % 100);
    this.subject = subject;
  }

  String uuid() {
    return uuid;
  }

  Instant at() {
    return at;
  }

  ZonedDateTime local() {
    return at.atZone(CHINA);
  }

  String absTime() {
    return DIGITS.format(local());
  }

  int channel() {
    return channel;
  }

  int confidence() {
    return confidence;
  }

  String picName() {
    return picName;
  }

  Subject subject() {
    return subject;
  }

  /** The plate as the firmware writes it, its colour in front. */
  String wirePlate() {
    return switch (subject.reading()) {
      case READ -> subject.color().prefix() + subject.plate();
      case UNREAD -> "unknown";
      case NO_PLATE -> "noPlate";
    };
  }

  int nextPost() {
    return posts.incrementAndGet();
  }

  boolean delivered() {
    return delivered;
  }

  void markDelivered() {
    delivered = true;
  }

  /** True once it was only seen by nobody: from then on it is history and never repeated live. */
  boolean history() {
    return history;
  }

  void markHistory() {
    history = true;
  }
}
