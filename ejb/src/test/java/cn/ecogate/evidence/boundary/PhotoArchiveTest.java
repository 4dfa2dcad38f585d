package cn.ecogate.evidence.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.evidence.control.PhotoPath;
import cn.ecogate.evidence.entity.Caption;
import cn.ecogate.testing.Clause;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos are kept by what they are, never changed, and captioned on a copy. */
class PhotoArchiveTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:30:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Caption CAPTION = new Caption("云A12345", NOW, "A", "01");

  @TempDir Path dataDir;
  private final Queue<Runnable> background = new ArrayDeque<>();
  private PhotoArchive archive;

  @BeforeEach
  void anArchive() {
    archive = new PhotoArchive(dataDir, background::add, CLOCK);
  }

  @Test
  @DisplayName("照片按摘要存放，再存一次不变")
  void aPhotoLiesUnderItsDigest() throws IOException {
    byte[] photo = aPicture(320, 240);
    String digest = archive.keep(photo);

    Path file = archive.original(digest).orElseThrow();
    assertThat(dataDir.relativize(file))
        .isEqualTo(
            Path.of("photos", digest.substring(0, 2), digest.substring(2, 4), digest + ".jpg"));
    assertThat(file).hasBinaryContent(photo);
    assertThat(digest).isEqualTo(PhotoPath.digest(photo));

    FileTime written = Files.getLastModifiedTime(file);
    assertThat(archive.keep(photo)).isEqualTo(digest);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    assertThat(incoming()).isEmpty();
  }

  @Test
  @DisplayName("没有的照片、不是摘要的名称都查不到")
  void whatIsNotADigestIsNotFound() {
    for (String name :
        new String[] {
          null,
          "",
          "0".repeat(64),
          "../../etc/passwd",
          "A".repeat(64),
          "../" + "0".repeat(61),
          "0".repeat(63) + "/"
        }) {
      assertThat(archive.original(name)).as(name).isEmpty();
      assertThat(archive.captioned(name, CAPTION)).as(name).isEmpty();
      assertThat(archive.sound(name)).as(name).isFalse();
    }
  }

  @Test
  @DisplayName("改动过的原件被查出")
  void aChangedOriginalIsNotSound() throws IOException {
    String digest = archive.keep(aPicture(320, 240));
    assertThat(archive.sound(digest)).isTrue();
    Path file = archive.original(digest).orElseThrow();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(archive.sound(digest)).isFalse();
  }

  @Test
  @DisplayName("断电留下的残缺照片，再存时补全")
  void aHalfPhotoIsWrittenAgain() throws IOException {
    byte[] photo = aPicture(320, 240);
    String digest = archive.keep(photo);
    Path file = archive.original(digest).orElseThrow();
    Files.write(file, new byte[0]);
    archive.keep(photo);
    assertThat(file).hasBinaryContent(photo);
  }

  @Test
  @Clause("HJ 1321-2023 车辆照片：号牌、时间、出入口编号、道闸编号")
  @DisplayName("标注写在副本下方，原件不变，副本只做一次")
  void theCaptionStandsBelowACopy() throws IOException {
    byte[] photo = aPicture(640, 360);
    String digest = archive.keep(photo);

    Path copy = archive.captioned(digest, CAPTION).orElseThrow();

    BufferedImage picture = ImageIO.read(copy.toFile());
    assertThat(picture.getWidth()).isEqualTo(640);
    assertThat(picture.getHeight()).isBetween(375, 420);
    assertThat(lightPixels(picture, 360)).as("letters on the strip").isGreaterThan(200);
    assertThat(archive.original(digest).orElseThrow()).hasBinaryContent(photo);
    assertThat(archive.sound(digest)).isTrue();

    FileTime made = Files.getLastModifiedTime(copy);
    assertThat(archive.captioned(digest, CAPTION)).contains(copy);
    assertThat(Files.getLastModifiedTime(copy)).isEqualTo(made);
    assertThat(archive.captioned(digest, new Caption("云A12345", NOW, "A", "02")))
        .isPresent()
        .get()
        .isNotEqualTo(copy);
  }

  @Test
  @DisplayName("窄小的号牌特写，标注分行而不被切断")
  void aNarrowPictureGetsSeveralLines() throws IOException {
    Path copy = archive.captioned(archive.keep(aPicture(120, 40)), CAPTION).orElseThrow();
    BufferedImage picture = ImageIO.read(copy.toFile());
    assertThat(picture.getHeight()).isGreaterThan(40 + 4 * 13);
    assertThat(picture.getWidth()).isGreaterThanOrEqualTo(120);
  }

  @Test
  @DisplayName("不是图片的字节照样保存，没有标注副本")
  void whatIsNoPictureIsKeptAsItCame() throws IOException {
    byte[] cut = aPicture(320, 240);
    byte[] noPicture = "not a picture".getBytes(StandardCharsets.UTF_8);
    for (byte[] bytes : new byte[][] {noPicture, {}, {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}}) {
      String digest = archive.keep(bytes);
      assertThat(archive.original(digest).orElseThrow()).hasBinaryContent(bytes);
      assertThat(archive.captioned(digest, CAPTION)).isEmpty();
    }
    for (int at = 0; at < cut.length; at += 37) {
      byte[] damaged = cut.clone();
      damaged[at] ^= (byte) 0xFF;
      String digest = archive.keep(damaged);
      archive.captioned(digest, CAPTION);
      assertThat(archive.sound(digest)).isTrue();
    }
  }

  @Test
  @DisplayName("写不进去时抛出一句话")
  void whatCannotBeWrittenIsSaid() throws IOException {
    Files.writeString(dataDir.resolve("photos"), "a file where the folder should be");
    assertThatThrownBy(() -> archive.keep(new byte[] {1}))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("was not stored in")
        .hasMessageContaining("MB free on the disk");
  }

  @Test
  @DisplayName("落盘在后台，一批一个任务；后台停了就当场落盘")
  void durabilityComesBehind() {
    archive.keep(new byte[] {1});
    archive.keep(new byte[] {2});
    assertThat(background).hasSize(1);
    background.remove().run();
    archive.keep(new byte[] {3});
    assertThat(background).hasSize(1);

    PhotoArchive stopping =
        new PhotoArchive(
            dataDir,
            task -> {
              throw new RejectedExecutionException("shutting down");
            },
            CLOCK);
    assertThat(stopping.original(stopping.keep(new byte[] {4}))).isPresent();
  }

  @Test
  @DisplayName("启动时清掉上次写了一半的文件")
  void halfWrittenFilesAreClearedAtStart() throws IOException {
    Path incoming = Files.createDirectories(dataDir.resolve("photos/incoming"));
    Path old = Files.writeString(incoming.resolve("old.jpg"), "half");
    Path fresh = Files.writeString(incoming.resolve("fresh.jpg"), "half");
    Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofHours(2))));
    Files.setLastModifiedTime(fresh, FileTime.from(NOW));

    archive = new PhotoArchive(dataDir, background::add, CLOCK);

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  private List<Path> incoming() throws IOException {
    try (Stream<Path> files = Files.list(dataDir.resolve("photos/incoming"))) {
      return files.toList();
    }
  }

  private static int lightPixels(BufferedImage picture, int fromRow) {
    int light = 0;
    for (int y = fromRow; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        light += (picture.getRGB(x, y) & 0xFF) > 160 ? 1 : 0;
      }
    }
    return light;
  }

  private static byte[] aPicture(int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.GRAY);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.YELLOW);
    pen.fillRect(width / 3, height / 2, width / 3, height / 4);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", bytes);
    return bytes.toByteArray();
  }
}
