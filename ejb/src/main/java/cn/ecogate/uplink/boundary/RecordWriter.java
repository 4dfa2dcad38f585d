package cn.ecogate.uplink.boundary;

import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.evidence.entity.Caption;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.RecordText;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.uplink.control.Correction;
import cn.ecogate.uplink.control.Outgoing;
import cn.ecogate.uplink.control.Profile.Photos.Picture;
import cn.ecogate.uplink.entity.Answer;
import cn.ecogate.uplink.entity.CallMade;
import cn.ecogate.uplink.entity.Exchange;
import cn.ecogate.uplink.entity.OutboxRow;
import cn.ecogate.uplink.entity.RecordKind;
import cn.ecogate.vocabulary.Direction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes what is sent from what the ledger says: the entry's own text is the only source, so what
 * the platform gets and what an inspector verifies cannot differ.
 */
@ApplicationScoped
public class RecordWriter {

  @Inject Ledger ledger;
  @Inject SiteBook siteBook;
  @Inject PhotoArchive photos;
  @Inject Throughs throughs;
  @Inject Clock clock;

  /** A record for the wire, what could not be sent with it, and what had to be called before. */
  record Written(JsonObject json, List<String> notes, List<CallMade> calls) {}

  /** Something that has to go before the record did not: the record is not sent. */
  static final class NotBefore extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Exchange exchange;

    NotBefore(Exchange exchange) {
      super(exchange.answer().words());
      this.exchange = exchange;
    }

    Exchange exchange() {
      return exchange;
    }
  }

  /** Another record has to be there first, and still waits. */
  static final class Behind extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Behind(String words) {
      super(words);
    }
  }

  /**
   * The record as it goes; {@link NotBefore} or {@link Behind} if it cannot go now. Photos that go
   * by themselves are sent here.
   */
  Written write(OutboxRow row, PlatformLink.Wire wire) {
    RecordText text = text(row);
    RecordText words = linked(row, words(row, text), wire);
    List<String> notes = new ArrayList<>();
    List<CallMade> calls = new ArrayList<>();
    Picture picture =
        row.getKind() == RecordKind.PASSAGE
                || row.getKind() == RecordKind.RELEASE
                || row.getKind() == RecordKind.CORRECTION
            ? wire.profile().photos().picture()
            : Picture.ORIGINAL;
    JsonObject json =
        wire.mapping()
            .record(
                row.getKind(),
                words,
                digest ->
                    photo(digest, text, picture, notes)
                        .flatMap(bytes -> standsFor(bytes, words, wire, calls)));
    return new Written(json, List.copyOf(notes), List.copyOf(calls));
  }

  /** What stands in the record for a photo: itself, or its name on the platform. */
  private Optional<String> standsFor(
      byte[] bytes, RecordText words, PlatformLink.Wire wire, List<CallMade> calls) {
    if (wire.profile().photos().call().isEmpty()) {
      return wire.mapping().photo(bytes);
    }
    Exchange exchange =
        wire.client().sendPhoto(wire.mapping().photoCall(bytes, words, clock.instant()));
    calls.addAll(exchange.calls());
    if (exchange.told().isEmpty()) {
      Answer answer =
          exchange
              .answer()
              .match(
                  accepted -> new Answer.TryAgain("平台收了照片，却没有给它的名字：" + accepted.words(), true),
                  refused -> new Answer.RefusedForGood("照片被拒：" + refused.words()),
                  again -> new Answer.TryAgain("照片未能上传：" + again.words(), again.reached()));
      throw new NotBefore(new Exchange(answer, calls));
    }
    return exchange.told();
  }

  /** With the platform's number of the entrance, if it links exits to entrances. */
  private RecordText linked(OutboxRow row, RecordText words, PlatformLink.Wire wire) {
    if (wire.profile().through().isEmpty()
        || !words.value("direction").equals(Optional.of(Direction.OUT.code()))) {
      return words;
    }
    Instant earliest =
        Instant.parse(words.value("seen-at").orElseThrow())
            .minus(wire.profile().through().get().within());
    for (OutboxRow before : throughs.before(row)) {
      RecordText passage = entry(before.getLedgerSeq());
      if (Instant.parse(passage.value("seen-at").orElseThrow()).isBefore(earliest)) {
        return words;
      }
      if (passage.value("direction").equals(Optional.of(Direction.IN.code()))) {
        if (throughs.waits(before)) {
          throw new Behind("等这辆车的入厂记录 " + before.getSubject() + " 先送达，以便关联");
        }
        Optional<String> number = throughs.number(before);
        if (number.isPresent()) {
          return words.with("through-id", number.get());
        }
      }
    }
    return words;
  }

  /** The same with a photo's digest where it would stand. */
  JsonObject preview(OutboxRow row, PlatformLink.Wire wire) {
    return wire.mapping()
        .record(
            row.getKind(),
            words(row, text(row)),
            digest -> Optional.of("（照片 sha256:" + digest + "）"));
  }

  private RecordText words(OutboxRow row, RecordText text) {
    return Outgoing.words(row.getKind(), text, siteBook.site().enterprise().number())
        .with("record-no", row.getKey());
  }

  /** What the ledger recorded, with what a person has said since is to be sent instead. */
  RecordText text(OutboxRow row) {
    RecordText recorded = recorded(row);
    return row.correctionSeq().isPresent()
        ? Correction.applied(recorded, entry(row.correctionSeq().getAsLong()))
        : recorded;
  }

  /** A release says only what it changes: the rest stands in the passage's entry that it names. */
  private RecordText recorded(OutboxRow row) {
    RecordText own = entry(row.getLedgerSeq());
    return row.getKind() == RecordKind.RELEASE
        ? own.value(RecordText.PASSAGE_ENTRY)
            .map(Long::parseLong)
            .map(seq -> own.over(entry(seq)))
            .orElse(own)
        : own;
  }

  /** One entry's text. */
  RecordText entry(long seq) {
    return RecordText.of(
        ledger
            .entry(seq)
            .orElseThrow(() -> new IllegalStateException("台账没有第 " + seq + " 条"))
            .text());
  }

  private Optional<byte[]> photo(
      String digest, RecordText text, Picture picture, List<String> notes) {
    try {
      Optional<Path> file =
          picture == Picture.CAPTIONED
              ? photos.captioned(digest, caption(text)).or(() -> photos.original(digest))
              : photos.original(digest);
      if (file.isPresent()) {
        return Optional.of(Files.readAllBytes(file.get()));
      }
      notes.add("照片 " + digest.substring(0, 8) + " 不在照片库，未随记录上传");
    } catch (IOException | UncheckedIOException e) {
      notes.add("照片 " + digest.substring(0, 8) + " 读不出来，未随记录上传：" + e.getMessage());
    }
    return Optional.empty();
  }

  /** Word for word what the passage's own page asks for, so that there is one copy, not two. */
  private static Caption caption(RecordText text) {
    boolean noPlate = text.value("sighting").filter("NO_PLATE"::equals).isPresent();
    return new Caption(
        text.value("plate").orElse(noPlate ? "无牌" : "未识别"),
        Instant.parse(text.value("seen-at").orElseThrow()),
        text.value("gate").orElse(""),
        text.value("barrier").orElse(""));
  }
}
