package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.api.Picture;
import cn.ecogate.adapter.api.PlateSeen;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One vehicle on a Vzenith camera's TCP line: its {@code PlateResult}, and the pictures behind it.
 *
 * @param record its number in the camera's memory, 0 if not told
 */
public record VzenithSighting(
    VzenithPlate plate, long record, List<Picture> pictures, String rawDigest) {

  public VzenithSighting {
    pictures = List.copyOf(pictures);
  }

  /** The document is one about a vehicle. */
  public static boolean isOne(JsonTree document) {
    return document.at("PlateResult").present();
  }

  /**
   * @param zone what the written-out time is meant in where no epoch second is told
   */
  public static VzenithSighting read(VzenithPacket packet, ZoneId zone) throws WireException {
    JsonTree document = packet.json();
    return new VzenithSighting(
        VzenithPlate.read(document.at("PlateResult"), zone),
        document.number("id").orElse(0),
        pictures(document, packet.behind()),
        RawDigest.of(packet.text()));
  }

  /** The same with a picture that was asked for apart. */
  public VzenithSighting with(byte[] scene) {
    return new VzenithSighting(
        plate, record, List.of(new Picture(Picture.Kind.SCENE, "image.jpg", scene)), rawDigest);
  }

  /**
   * The vehicle in the application's words. Second and plate are what a live report and the stored
   * record of the same vehicle have in common: by them one is known for the other.
   */
  public PlateSeen seenBy(String deviceId, Instant receivedAt, boolean late) {
    String second = plate.at().map(at -> "" + at.getEpochSecond()).orElse("record-" + record);
    String eventId = second + "/" + (plate.plate().isEmpty() ? plate.reading() : plate.plate());
    return plate.seenBy(deviceId, eventId, receivedAt, late, pictures, rawDigest);
  }

  /** Sizes that lie cost the picture, not the vehicle. */
  private static List<Picture> pictures(JsonTree document, byte[] behind) {
    List<Picture> pictures = new ArrayList<>();
    int full = size(document, "fullImgSize", behind.length);
    int clip = size(document, "clipImgSize", behind.length - full);
    if (full > 0) {
      pictures.add(
          new Picture(Picture.Kind.SCENE, "full.jpg", Arrays.copyOfRange(behind, 0, full)));
    }
    if (clip > 0) {
      pictures.add(
          new Picture(
              Picture.Kind.PLATE, "clip.jpg", Arrays.copyOfRange(behind, full, full + clip)));
    }
    return pictures;
  }

  private static int size(JsonTree document, String name, int there) {
    long told = document.number(name).orElse(0);
    return told > 0 && told <= there ? (int) told : 0;
  }
}
