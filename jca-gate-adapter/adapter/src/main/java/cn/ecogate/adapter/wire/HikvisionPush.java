package cn.ecogate.adapter.wire;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Hikvision's alarm host: the event documents of the alert stream, each in a request of its own,
 * with its pictures as further parts or alone.
 */
public final class HikvisionPush implements PushDialect {

  private final ZoneId zone;

  public HikvisionPush(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public Pushed read(String contentType, byte[] body) throws WireException {
    EventAssembler assembler = new EventAssembler(document -> AnprXml.read(document, zone));
    List<EventAssembler.Sighting> told = new ArrayList<>();
    for (Part part : documentsFirst(parts(contentType, body))) {
      told.addAll(assembler.take(part));
    }
    assembler.flush().ifPresent(told::add);
    if (told.isEmpty()) {
      throw new WireException("请求中没有事件文档", body);
    }
    boolean lost = told.stream().anyMatch(s -> s.event().kind() == StreamEvent.Kind.VIDEO_LOST);
    return new Pushed(
        told.stream().filter(s -> s.event().kind() == StreamEvent.Kind.VEHICLE).toList(),
        lost ? "摄像机报告视频丢失，请检查镜头和摄像机" : "",
        "",
        new byte[0]);
  }

  private static List<Part> parts(String contentType, byte[] body) throws WireException {
    if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      return List.of(new Part(java.util.Map.of("content-type", contentType), body));
    }
    MultipartParser parser = new MultipartParser(contentType);
    List<Part> parts = new ArrayList<>(parser.feed(body, 0, body.length));
    // A body that ends without its last delimiter has ended all the same.
    parts.addAll(parser.idle());
    return parts;
  }

  /** One request is one event: whichever way round its parts stand. */
  private static List<Part> documentsFirst(List<Part> parts) {
    return parts.stream().filter(p -> !p.picture()).count() > 1
        ? parts
        : Stream.concat(
                parts.stream().filter(p -> !p.picture()), parts.stream().filter(Part::picture))
            .toList();
  }
}
