package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.Picture;
import cn.ecogate.adapter.api.PlateSeen;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which pictures belong to which vehicle. */
class EventAssemblerTest {

  private static final Instant NOW = Instant.parse("2026-11-21T01:30:01Z");

  private final EventAssembler assembler =
      new EventAssembler(document -> AnprXml.read(document, ZoneId.of("Asia/Shanghai")));

  @Test
  void vehicleIsCompleteWithItsLastAnnouncedPicture() throws WireException {
    assertThat(assembler.take(vehicle("U1", 2))).isEmpty();
    assertThat(assembler.take(picture("licensePlatePicture.jpg"))).isEmpty();

    PlateSeen seen =
        assembler.take(picture("detectionPicture.jpg")).get(0).seenBy("A-01-camera", NOW);

    assertThat(seen.eventId()).isEqualTo("U1");
    assertThat(seen.receivedAt()).isEqualTo(NOW);
    assertThat(seen.pictures())
        .extracting(Picture::kind)
        .containsExactly(Picture.Kind.PLATE, Picture.Kind.SCENE);
    assertThat(seen.rawDigest()).matches("[0-9a-f]{64}");
    assertThat(assembler.waiting()).isFalse();
  }

  @Test
  void nextDocumentEndsAVehicleThatAnnouncedNoNumber() throws WireException {
    assembler.take(vehicle("U1", -1));
    assembler.take(picture("a.jpg"));

    assertThat(assembler.take(vehicle("U2", -1)))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.seenBy("c", NOW).eventId()).isEqualTo("U1");
              assertThat(s.pictures()).hasSize(1);
            });
    assertThat(assembler.waiting()).isTrue();
  }

  @Test
  void vehicleWithoutPicturesDoesNotWait() throws WireException {
    assertThat(assembler.take(vehicle("U1", 0))).hasSize(1);
    assertThat(assembler.waiting()).isFalse();
  }

  @Test
  void vehicleIsNotLostWhenTheStreamEndsBetweenItsPictures() throws WireException {
    assembler.take(vehicle("U1", 2));
    assembler.take(picture("a.jpg"));

    assertThat(assembler.flush()).hasValueSatisfying(s -> assertThat(s.pictures()).hasSize(1));
    assertThat(assembler.flush()).isEmpty();
  }

  @Test
  void unreadableDocumentEndsTheWaitingVehicleAllTheSame() throws WireException {
    assembler.take(vehicle("U1", 2));

    assertThatThrownBy(() -> assembler.take(new Part(Map.of(), "rubbish".getBytes(UTF_8))))
        .isInstanceOf(WireException.class);
    assertThat(assembler.flush())
        .hasValueSatisfying(s -> assertThat(s.seenBy("c", NOW).eventId()).isEqualTo("U1"));
  }

  @Test
  void pictureOfNobodyIsAnError() {
    assertThatThrownBy(() -> assembler.take(picture("a.jpg")))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("前面没有事件");
  }

  @Test
  void deviceTimeIsTheReceiveTimeIfTheCameraTellsNone() throws WireException {
    Part part =
        document(
            "<EventNotificationAlert><ANPR><licensePlate>苏A8HK52</licensePlate><pictureInfoList/>"
                + "</ANPR><UUID>U1</UUID></EventNotificationAlert>");

    assertThat(assembler.take(part).get(0).seenBy("c", NOW).deviceTime()).isEqualTo(NOW);
  }

  private static Part vehicle(String uuid, int pictures) {
    String list =
        pictures < 0
            ? ""
            : "<pictureInfoList>"
                + "<pictureInfo><fileName>x.jpg</fileName></pictureInfo>".repeat(pictures)
                + "</pictureInfoList>";
    return document(
        "<EventNotificationAlert><eventType>ANPR</eventType><ANPR><licensePlate>苏A8HK52</licensePlate>"
            + list
            + "</ANPR><UUID>"
            + uuid
            + "</UUID></EventNotificationAlert>");
  }

  private static Part document(String xml) {
    return new Part(Map.of("content-type", "application/xml"), xml.getBytes(UTF_8));
  }

  private static Part picture(String name) {
    return new Part(
        Map.of(
            "content-type",
            "image/jpeg",
            "content-disposition",
            "form-data; name=\"p\"; filename=\"" + name + "\""),
        new byte[] {1, 2, 3});
  }
}
