package cn.ecogate.uplink.boundary;

import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.evidence.entity.Caption;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.RecordText;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.uplink.control.Correction;
import cn.ecogate.uplink.control.Outgoing;
import cn.ecogate.uplink.control.Profile.Photos.Picture;
import cn.ecogate.uplink.entity.OutboxRow;
import cn.ecogate.uplink.entity.RecordKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** A record for the wire, and what could not be sent with it. */
  record Written(JsonObject json, List<String> notes) {}

  Written write(OutboxRow row, PlatformLink.Wire wire) {
    RecordText text = text(row);
    List<String> notes = new ArrayList<>();
    Picture picture =
        row.getKind() == RecordKind.PASSAGE || row.getKind() == RecordKind.RELEASE
            ? wire.profile().photos().picture()
            : Picture.ORIGINAL;
    JsonObject json =
        wire.mapping()
            .record(
                row.getKind(),
                words(row, text),
                digest -> photo(digest, text, picture, notes).flatMap(wire.mapping()::photo));
    return new Written(json, List.copyOf(notes));
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
