package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.api.Picture;
import cn.ecogate.adapter.api.PlateSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts the parts of an event stream together: an event document and the pictures that follow it are
 * one sighting.
 */
public final class EventAssembler {

  /** More pictures than any camera sends with one vehicle. */
  private static final int MAX_PICTURES = 16;

  private final Reader reader;
  private StreamEvent event;
  private String digest;
  private final List<Picture> pictures = new ArrayList<>();

  /** Reads one brand's event documents. */
  public interface Reader {
    StreamEvent read(byte[] document) throws WireException;
  }

  public EventAssembler(Reader reader) {
    this.reader = reader;
  }

  /** An event document with everything that belongs to it. */
  public record Sighting(StreamEvent event, List<Picture> pictures, String rawDigest)
      implements Sighted {

    public Sighting {
      pictures = List.copyOf(pictures);
    }

    @Override
    public PlateSeen seenBy(String deviceId, Instant receivedAt) {
      return event.seenBy(deviceId, receivedAt, pictures, rawDigest);
    }
  }

  /**
   * Takes the next part; gives the events it completed, in order.
   *
   * @throws WireException if the part cannot be read; what waited is then to be flushed, so that no
   *     picture of the unread event is added to it
   */
  public List<Sighting> take(Part part) throws WireException {
    if (part.picture()) {
      return picture(part);
    }
    StreamEvent read = reader.read(part.body());
    if (event != null && read.continues(event)) {
      return List.of();
    }
    List<Sighting> done = new ArrayList<>();
    flush().ifPresent(done::add);
    if (read.kind() == StreamEvent.Kind.VEHICLE && read.pictures() != 0) {
      event = read;
      digest = RawDigest.of(part.body());
    } else {
      done.add(new Sighting(read, List.of(), RawDigest.of(part.body())));
    }
    return done;
  }

  /** A sighting waits for pictures. */
  public boolean waiting() {
    return event != null;
  }

  /** The waiting sighting said how many pictures it has. */
  public boolean announced() {
    return event != null && event.pictures() > 0;
  }

  /** The waiting sighting with the pictures that came; for a line that is idle, or ends. */
  public Optional<Sighting> flush() {
    if (event == null) {
      return Optional.empty();
    }
    Sighting done = new Sighting(event, pictures, digest);
    event = null;
    digest = null;
    pictures.clear();
    return Optional.of(done);
  }

  private List<Sighting> picture(Part part) throws WireException {
    if (event == null) {
      throw new WireException("图片前面没有事件文档：" + part);
    }
    pictures.add(new Picture(kind(part.name()), part.name(), part.body()));
    boolean complete = pictures.size() == event.pictures() || pictures.size() >= MAX_PICTURES;
    return complete ? flush().stream().toList() : List.of();
  }

  private static Picture.Kind kind(String name) {
    return name.toLowerCase(Locale.ROOT).contains("plate")
        ? Picture.Kind.PLATE
        : Picture.Kind.SCENE;
  }
}
