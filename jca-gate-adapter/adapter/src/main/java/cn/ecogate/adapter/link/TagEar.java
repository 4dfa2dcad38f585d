package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.TagSeen;
import cn.ecogate.adapter.api.TagText;
import cn.ecogate.adapter.wire.EpcText;
import cn.ecogate.adapter.wire.FrameReader;
import cn.ecogate.adapter.wire.RawDigest;
import cn.ecogate.adapter.wire.TextLines;
import cn.ecogate.adapter.wire.WireException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scanner or a tag reader: tells each text once, and again only when it had been away. */
final class TagEar implements Ear {

  /** A QR code holds more, a code at a gate does not. */
  private static final int LONGEST_LINE = 1024;

  /** A line whose end has not come by then has none. */
  private static final Duration UNENDED = Duration.ofSeconds(2);

  /** As many texts are remembered as can lie before one reader. */
  private static final int REMEMBERED = 256;

  /** What a line has to be. */
  enum Sort {
    ANY_TEXT,
    EPC
  }

  private final String deviceId;
  private final Sort sort;
  private final Duration away;
  private final Gauge gauge;
  private final Outlet outlet;
  private final Clock clock;
  private final Map<String, Instant> lastSeen =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final List<TagSeen> heard = new ArrayList<>();
  private TextLines lines;
  private Instant lastByte;
  private boolean understood;
  private int inThisMoment;
  private Instant moment = Instant.EPOCH;

  /**
   * @param away a text read again is told again if it had not been read for so long
   */
  TagEar(String deviceId, Sort sort, Duration away, Gauge gauge, Outlet outlet, Clock clock) {
    this.deviceId = deviceId;
    this.sort = sort;
    this.away = away;
    this.gauge = gauge;
    this.outlet = outlet;
    this.clock = clock;
  }

  @Override
  public void connected() {
    lines = TextLines.upTo(LONGEST_LINE);
    understood = false;
    lastByte = clock.instant();
    // It speaks only when something is held before it: the line is all that can be known.
    gauge.up();
  }

  @Override
  public void hear(byte[] bytes, int count) throws InterruptedException {
    lastByte = clock.instant();
    lines.feed(bytes, 0, count, found);
    List<TagSeen> now = List.copyOf(heard);
    heard.clear();
    for (TagSeen seen : now) {
      outlet.tag(seen);
    }
  }

  private final FrameReader.Found<String> found =
      new FrameReader.Found<>() {
        @Override
        public void frame(String text, byte[] raw) {
          try {
            take(text, raw);
          } catch (WireException bad) {
            gauge.misunderstood(bad);
          }
        }

        @Override
        public void misunderstood(WireException why) {
          gauge.misunderstood(why);
        }
      };

  private void take(String text, byte[] raw) throws WireException {
    TagText tag =
        sort == Sort.EPC
            ? new TagText(TagText.Kind.EPC, EpcText.read(text, raw))
            : TagText.of(text);
    Instant now = clock.instant();
    understood = true;
    gauge.heard();
    gauge.wellAgain();
    Instant before = lastSeen.put(tag.value(), now);
    if (before == null || Duration.between(before, now).compareTo(away) >= 0) {
      heard.add(
          new TagSeen(
              deviceId, eventId(now), now, tag.kind(), tag.value(), text, RawDigest.of(raw)));
    }
  }

  /** The moment; several texts may come in one piece. */
  private String eventId(Instant now) {
    inThisMoment = now.equals(moment) ? inThisMoment + 1 : 0;
    moment = now;
    return inThisMoment == 0 ? now.toString() : now + "+" + inThisMoment;
  }

  @Override
  public void timePasses() {
    if (lines.begun() > 0 && Duration.between(lastByte, clock.instant()).compareTo(UNENDED) >= 0) {
      lines.giveUp(found);
    }
  }

  @Override
  public boolean understood() {
    return understood;
  }

  @Override
  public boolean speaksAlways() {
    return false;
  }

  @Override
  public Gauge gauge() {
    return gauge;
  }
}
