package cn.ecogate.simulator.hikvision;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** How a Hikvision camera cuts its messages into multipart parts, on a stream as in a post. */
final class EventParts {

  /** A false length: shorter than the part, as a firmware writes that counts characters. */
  private static final int LIE = 40;

  private static final String XML = "application/xml; charset=\"UTF-8\"";

  private final String boundary;
  private final boolean heartbeatLength;

  EventParts(String boundary, boolean heartbeatLength) {
    this.boundary = boundary;
    this.heartbeatLength = heartbeatLength;
  }

  /** One event: the XML and its two pictures. */
  byte[] event(String xml, byte[] plate, byte[] scene, boolean lying) {
    byte[] text = xml.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream(scene.length + plate.length + 8_192);
    part(all, XML, "anpr.xml", text, lying ? text.length - LIE : text.length);
    part(all, "image/jpeg", "licensePlatePicture.jpg", plate, plate.length);
    part(all, "image/jpeg", "detectionPicture.jpg", scene, scene.length);
    return all.toByteArray();
  }

  byte[] heartbeat(String xml) {
    byte[] text = xml.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream(text.length + 256);
    part(all, XML, "", text, heartbeatLength ? text.length : -1);
    return all.toByteArray();
  }

  private void part(ByteArrayOutputStream all, String type, String file, byte[] body, int length) {
    String name = file.isEmpty() ? "" : "; name=\"" + file + "\"; filename=\"" + file + "\"";
    all.writeBytes(
        ("--"
                + boundary
                + "\r\n"
                + (name.isEmpty() ? "" : "Content-Disposition: form-data" + name + "\r\n")
                + "Content-Type: "
                + type
                + "\r\n"
                + (length < 0 ? "" : "Content-Length: " + length + "\r\n")
                + "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(body);
    all.write('\r');
    all.write('\n');
  }
}
