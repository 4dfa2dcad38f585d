package cn.ecogate.simulator.platform;

import cn.ecogate.simulator.truth.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was received, one JSON line per record in {@code records.jsonl}; a second record of the same
 * key is counted, not kept. Photos are kept as digest and size.
 */
final class RecordStore {

  private static final int LONGEST_TEXT = 1_000;

  private final Path file;
  private final Clock clock;
  private final Set<String> keys = new HashSet<>();
  private final List<Map<String, Object>> records = new ArrayList<>();
  private long duplicates;

  RecordStore(Path file, Clock clock) throws IOException {
    this.file = file;
    this.clock = clock;
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        remember(JsonText.object(line).members());
      }
    }
  }

  /** True if it is new. It is in the file when this returns. */
  synchronized boolean keep(String platformId, String key, Map<String, Object> record) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("platform", platformId);
    line.put("key", key);
    line.put("receivedAt", clock.instant().toString());
    line.put("record", shortened(record));
    if (keys.contains(platformId + " " + key)) {
      duplicates++;
      return false;
    }
    try {
      Files.writeString(
          file, JsonText.write(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    remember(line);
    return true;
  }

  synchronized boolean has(String platformId, String key) {
    return keys.contains(platformId + " " + key);
  }

  synchronized List<Map<String, Object>> records() {
    return List.copyOf(records);
  }

  /** The keys of the records whose passage was on that day, in the order they came. */
  synchronized List<String> ofDay(String platformId, String day) {
    return records.stream()
        .filter(line -> platformId.equals(line.get("platform")))
        .filter(
            line ->
                line.get("record") instanceof Map<?, ?> record
                    && String.valueOf(record.get("passTime")).startsWith(day))
        .map(line -> (String) line.get("key"))
        .toList();
  }

  synchronized long duplicates() {
    return duplicates;
  }

  private void remember(Map<String, Object> line) {
    keys.add(line.get("platform") + " " + line.get("key"));
    records.add(line);
  }

  private static Map<String, Object> shortened(Map<String, Object> record) {
    Map<String, Object> shortened = new LinkedHashMap<>();
    record.forEach(
        (name, value) ->
            shortened.put(
                name,
                value instanceof String text && text.length() > LONGEST_TEXT
                    ? photo(text)
                    : value));
    return shortened;
  }

  private static String photo(String text) {
    try {
      byte[] bytes =
          Base64.getDecoder().decode(text.startsWith("data:") ? text.split(",", 2)[1] : text);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(digest) + ", " + bytes.length + " bytes";
    } catch (IllegalArgumentException notBase64) {
      return "text of " + text.getBytes(StandardCharsets.UTF_8).length + " bytes";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
