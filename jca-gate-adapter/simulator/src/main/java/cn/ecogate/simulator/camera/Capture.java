package cn.ecogate.simulator.camera;

import cn.ecogate.simulator.picture.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/** One event of a camera: the moment, the vehicle and the names it keeps over every repetition. */
public final class Capture {

  public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

  private final String uuid;
  private final Instant at;
  private final int serial;
  private final String device;
  private final int confidence;
  private final String picName;
  private final Subject subject;
  private final AtomicInteger posts = new AtomicInteger();
  private volatile boolean delivered;
  private volatile boolean history;

  Capture(String uuid, Instant at, int serial, String device, int confidence, Subject subject) {
    this.uuid = uuid;
    this.at = at;
    this.serial = serial;
    this.device = device;
    this.confidence = confidence;
    // 17 digits of time and two more: as on the real thing, beyond what a double can hold.
    this.picName = DIGITS.format(local()) + String.format("%02d", serial % 100);
    this.subject = subject;
  }

  public String uuid() {
    return uuid;
  }

  public Instant at() {
    return at;
  }

  public ZonedDateTime local() {
    return at.atZone(CHINA);
  }

  public String absTime() {
    return DIGITS.format(local());
  }

  /** The camera's own count of its events. */
  public int serial() {
    return serial;
  }

  public String device() {
    return device;
  }

  public int confidence() {
    return confidence;
  }

  public String picName() {
    return picName;
  }

  public Subject subject() {
    return subject;
  }

  /** The plate as the firmware writes it, its colour in front. */
  public String wirePlate() {
    return switch (subject.reading()) {
      case READ -> subject.color().prefix() + subject.plate();
      case UNREAD -> "unknown";
      case NO_PLATE -> "noPlate";
    };
  }

  public int nextPost() {
    return posts.incrementAndGet();
  }

  public boolean delivered() {
    return delivered;
  }

  public void markDelivered() {
    delivered = true;
  }

  /** True once it was only seen by nobody: from then on it is history and never repeated live. */
  public boolean history() {
    return history;
  }

  public void markHistory() {
    history = true;
  }
}
