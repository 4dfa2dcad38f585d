package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.api.Picture;
import cn.ecogate.adapter.api.PlateSeen;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Where one camera's history waits on the disk, a file for each event, in order; what a process
 * that died left there is told by the next. Its caller sees to it that it is used by one thread at
 * a time; {@link #force} aside.
 */
final class Shed {

  private static final System.Logger LOG = System.getLogger(Shed.class.getName());

  /** Some days of a busy lane; more than any camera of ours keeps. */
  private static final int MOST = 50_000;

  /** The disk is the photos' and the database's as well. */
  private static final long LEFT_FREE = 512L << 20;

  /** How often the disk is asked how much is left. */
  private static final int LOOK_EVERY = 64;

  private static final int FORMAT = 1;
  private static final String PARKED = ".late";

  private final Path folder;
  private final Deque<Long> parked = new ArrayDeque<>();

  /** Written, but perhaps not on the disk yet; other threads add and take. */
  private final Queue<Path> unforced = new ConcurrentLinkedQueue<>();

  private long next;
  private long counted;

  private Shed(Path folder) {
    this.folder = folder;
  }

  /** The shed of that device below that folder. */
  static Shed of(Path sheds, String deviceId) {
    Shed shed = new Shed(sheds.resolve(URLEncoder.encode(deviceId, StandardCharsets.UTF_8)));
    shed.found();
    return shed;
  }

  /** The devices of which something is left below that folder. */
  static List<String> devices(Path sheds) {
    if (!Files.isDirectory(sheds)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(sheds)) {
      return folders
          .filter(Files::isDirectory)
          .map(each -> URLDecoder.decode(each.getFileName().toString(), StandardCharsets.UTF_8))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void found() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(PARKED))
          .map(name -> Long.valueOf(name.substring(0, name.length() - PARKED.length())))
          .sorted()
          .forEach(parked::add);
      next = parked.isEmpty() ? 0 : parked.getLast() + 1;
    } catch (IOException | NumberFormatException e) {
      LOG.log(Level.WARNING, "暂存的历史记录读不出来：" + folder, e);
    }
  }

  boolean isEmpty() {
    return parked.isEmpty();
  }

  int size() {
    return parked.size();
  }

  /**
   * @throws IOException if it cannot be kept here, in words
   */
  void park(PlateSeen seen) throws IOException {
    if (parked.size() >= MOST) {
      throw new IOException("已暂存 " + MOST + " 条");
    }
    if (parked.isEmpty()) {
      Files.createDirectories(folder);
    }
    if (counted++ % LOOK_EVERY == 0 && folder.toFile().getUsableSpace() < LEFT_FREE) {
      counted = 0;
      throw new IOException("磁盘剩余空间不足 " + (LEFT_FREE >> 20) + " MB");
    }
    Path half = folder.resolve(next + ".half");
    Files.write(half, bytes(seen));
    Path file = file(next);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    parked.add(next++);
    unforced.add(file);
  }

  boolean isForced() {
    return unforced.isEmpty();
  }

  /**
   * Forces to the disk what was parked since the last time: a power cut costs no more than that.
   * May be called by another thread at any time; what was told meanwhile needs no forcing.
   */
  void force() {
    boolean any = false;
    for (Path file = unforced.poll(); file != null; file = unforced.poll()) {
      any |= forced(file, StandardOpenOption.WRITE);
    }
    if (any) {
      forced(folder, StandardOpenOption.READ);
    }
  }

  private static boolean forced(Path path, StandardOpenOption how) {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
      return true;
    } catch (NoSuchFileException told) {
      return false;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "暂存的历史记录没能写入磁盘：" + path, e);
      return false;
    }
  }

  /** The oldest ones; their files stay until everybody has had them. */
  List<Backlog.Late> take(int most) {
    List<Backlog.Late> taken = new ArrayList<>();
    while (taken.size() < most && !parked.isEmpty()) {
      Path file = file(parked.removeFirst());
      try {
        taken.add(new Backlog.Late(read(file), () -> forget(file)));
      } catch (NoSuchFileException gone) {
        LOG.log(Level.WARNING, "暂存的历史记录被人删除：{0}", file);
      } catch (IOException e) {
        LOG.log(Level.ERROR, "暂存的历史记录已损坏，留在 " + file + " 备查", e);
      }
    }
    return taken;
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Told once more after the next start, and known again by its event id.
      LOG.log(Level.DEBUG, "not deleted: " + file, e);
    }
  }

  private Path file(long number) {
    return folder.resolve(String.format(Locale.ROOT, "%019d%s", number, PARKED));
  }

  static byte[] bytes(PlateSeen seen) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      out.writeUTF(seen.deviceId());
      out.writeUTF(seen.eventId());
      write(out, seen.deviceTime());
      write(out, seen.receivedAt());
      out.writeBoolean(seen.late());
      out.writeBoolean(seen.openedByCamera());
      out.writeUTF(seen.reading().name());
      out.writeUTF(seen.plate());
      out.writeUTF(seen.color().name());
      out.writeInt(seen.confidence());
      out.writeUTF(seen.heading().name());
      out.writeUTF(seen.vehicleType());
      out.writeUTF(seen.rawDigest());
      out.writeInt(seen.pictures().size());
      for (Picture picture : seen.pictures()) {
        out.writeUTF(picture.kind().name());
        out.writeUTF(picture.name());
        out.writeInt(picture.bytes().length);
        out.write(picture.bytes());
      }
    }
    return bytes.toByteArray();
  }

  static PlateSeen read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readByte() != FORMAT) {
        throw new IOException("written by another version");
      }
      String deviceId = in.readUTF();
      String eventId = in.readUTF();
      Instant deviceTime = instant(in);
      Instant receivedAt = instant(in);
      boolean late = in.readBoolean();
      boolean openedByCamera = in.readBoolean();
      PlateSeen.Reading reading = PlateSeen.Reading.valueOf(in.readUTF());
      String plate = in.readUTF();
      PlateSeen.Color color = PlateSeen.Color.valueOf(in.readUTF());
      int confidence = in.readInt();
      PlateSeen.Heading heading = PlateSeen.Heading.valueOf(in.readUTF());
      String vehicleType = in.readUTF();
      String rawDigest = in.readUTF();
      return new PlateSeen(
          deviceId,
          eventId,
          deviceTime,
          receivedAt,
          late,
          openedByCamera,
          reading,
          plate,
          color,
          confidence,
          heading,
          vehicleType,
          pictures(in, Files.size(file)),
          rawDigest);
    } catch (IllegalArgumentException e) {
      throw new IOException("a word that this version does not know: " + e.getMessage(), e);
    }
  }

  private static List<Picture> pictures(DataInputStream in, long atMost) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      Picture.Kind kind = Picture.Kind.valueOf(in.readUTF());
      String name = in.readUTF();
      int length = in.readInt();
      if (length < 0 || length > atMost) {
        throw new IOException("a picture of " + length + " bytes");
      }
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException("cut in a picture");
      }
      pictures.add(new Picture(kind, name, bytes));
    }
    return pictures;
  }

  private static void write(DataOutputStream out, Instant at) throws IOException {
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano());
  }

  private static Instant instant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }
}
