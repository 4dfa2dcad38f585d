package cn.ecogate.simulator.hikvision;

import cn.ecogate.simulator.camera.Capture;
import cn.ecogate.simulator.picture.Subject.Reading;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The XML texts of a camera's stream, element for element as Chinese firmware writes them. */
final class AnprMessage {

  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

  /** Who is speaking: it stands at the head of every message. */
  record Speaker(String namespace, String mac, String name, int port) {}

  private AnprMessage() {}

  static String anpr(
      Speaker speaker,
      Capture capture,
      int channel,
      int post,
      boolean retransmission,
      int[] plateBox) {
    boolean read = capture.subject().reading() == Reading.READ;
    boolean bare = capture.subject().reading() == Reading.NO_PLATE;
    String color = read ? capture.subject().color().isapi() : "unknown";
    String type = capture.subject().type();
    return head(speaker, channel, capture.local(), post, "ANPR", "active", "ANPR")
        + (retransmission ? "<isDataRetransmission>true</isDataRetransmission>\n" : "")
        + """
        <deviceID>%s</deviceID>
        <ANPR>
        <country>59</country>
        <licensePlate>%s</licensePlate>
        <line>%d</line>
        <direction>forward</direction>
        <confidenceLevel>%d</confidenceLevel>
        <plateType>%s</plateType>
        <plateColor>%s</plateColor>
        <licenseBright>0</licenseBright>
        <pilotsafebelt>unknown</pilotsafebelt>
        <vicepilotsafebelt>unknown</vicepilotsafebelt>
        <pilotsunvisor>unknown</pilotsunvisor>
        <vicepilotsunvisor>unknown</vicepilotsunvisor>
        <envprosign>unknown</envprosign>
        <dangmark>unknown</dangmark>
        <uphone>unknown</uphone>
        <pendant>unknown</pendant>
        <plateCharBelieve>%s</plateCharBelieve>
        <speedLimit>0</speedLimit>
        <illegalInfo>
        <illegalCode>0</illegalCode>
        <illegalName>正常</illegalName>
        <illegalDescription>正常</illegalDescription>
        </illegalInfo>
        <vehicleType>%s</vehicleType>
        <featurePicFileName>1</featurePicFileName>
        <detectDir>8</detectDir>
        <relaLaneDirectionType>0</relaLaneDirectionType>
        <detectType>2</detectType>
        <barrierGateCtrlType>1</barrierGateCtrlType>
        <alarmDataType>%d</alarmDataType>
        <dwIllegalTime>0</dwIllegalTime>
        <vehicleInfo>
        <index>%s</index>
        <vehicleType>%d</vehicleType>
        <colorDepth>0</colorDepth>
        <color>unknown</color>
        <speed>0</speed>
        <length>0</length>
        <vehicleLogoRecog>0</vehicleLogoRecog>
        <vehileSubLogoRecog>0</vehileSubLogoRecog>
        <vehileModel>0</vehileModel>
        </vehicleInfo>
        <pictureInfoList>
        <pictureInfo>
        <fileName>licensePlatePicture.jpg</fileName>
        <type>licensePlatePicture</type>
        <dataType>0</dataType>
        <picRecogMode>0</picRecogMode>
        </pictureInfo>
        <pictureInfo>
        <fileName>detectionPicture.jpg</fileName>
        <type>detectionPicture</type>
        <dataType>0</dataType>
        <picRecogMode>0</picRecogMode>
        <absTime>%s</absTime>
        <plateRect>
        <X>%d</X>
        <Y>%d</Y>
        <width>%d</width>
        <height>%d</height>
        </plateRect>
        <vehicelRect>
        <X>271</X>
        <Y>96</Y>
        <width>425</width>
        <height>826</height>
        </vehicelRect>
        <capturePicSecurityCode></capturePicSecurityCode>
        </pictureInfo>
        </pictureInfoList>
        <listType>temporary</listType>
        <originalLicensePlate>%s</originalLicensePlate>
        </ANPR>
        <UUID>%s</UUID>
        <picNum>2</picNum>
        <monitoringSiteID></monitoringSiteID>
        <carDirectionType>0</carDirectionType>
        <VehicleGATInfo>
        <palteTypeByGAT>%d</palteTypeByGAT>
        <plateColorByGAT>%d</plateColorByGAT>
        <vehicleTypeByGAT>%s</vehicleTypeByGAT>
        <colorByGAT>K</colorByGAT>
        </VehicleGATInfo>
        </EventNotificationAlert>
        """
            .formatted(
                speaker.name(),
                capture.wirePlate(),
                channel,
                capture.confidence(),
                !read ? "unknown" : color.startsWith("newEnergy") ? "newEnergy" : "92TypeCivil",
                color,
                believed(capture),
                type.startsWith("K") ? "vehicle" : type.startsWith("H3") ? "buggy" : "truck",
                retransmission ? 1 : 0,
                capture.picName().substring(13),
                type.startsWith("K") ? 1 : 3,
                capture.absTime(),
                plateBox[0],
                plateBox[1],
                plateBox[2],
                plateBox[3],
                capture.wirePlate(),
                capture.uuid(),
                bare ? 41 : !read ? 44 : plateKind(color, type),
                read ? capture.subject().color().gat() : 5,
                typeByGat(type));
  }

  /** What the firmware sends when nothing happens: the video is not lost. */
  static String heartbeat(Speaker speaker, ZonedDateTime now, int post) {
    return head(speaker, 1, now, post, "videoloss", "inactive", "videoloss alarm")
        + "</EventNotificationAlert>\n";
  }

  /** The answer to anything that is not an event, as ISAPI words it. */
  static String status(String url, int code, String words, String sub) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <ResponseStatus version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema">
        <requestURL>%s</requestURL>
        <statusCode>%d</statusCode>
        <statusString>%s</statusString>
        <subStatusCode>%s</subStatusCode>
        </ResponseStatus>
        """
        .formatted(escaped(url), code, words, sub);
  }

  static String plateEntry(Capture capture, int channel) {
    return """
        <Plate>
        <captureTime>%s</captureTime>
        <plateNumber>%s</plateNumber>
        <picName>%s</picName>
        <country>59</country>
        <laneNo>%d</laneNo>
        <direction>forward</direction>
        <matchingResult>otherlist</matchingResult>
        </Plate>
        """
        .formatted(
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSSxx").format(capture.local()),
            capture.wirePlate(),
            capture.picName(),
            channel);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String head(
      Speaker speaker,
      int channel,
      ZonedDateTime at,
      int post,
      String type,
      String state,
      String words) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <EventNotificationAlert version="2.0" xmlns="%s">
        <ipAddress>127.0.0.1</ipAddress>
        <ipv6Address>::</ipv6Address>
        <portNo>%d</portNo>
        <protocol>HTTP</protocol>
        <macAddress>%s</macAddress>
        <dynChannelID>%d</dynChannelID>
        <channelID>%d</channelID>
        <dateTime>%s</dateTime>
        <activePostCount>%d</activePostCount>
        <eventType>%s</eventType>
        <eventState>%s</eventState>
        <eventDescription>%s</eventDescription>
        <channelName>IP CAPTURE CAMERA</channelName>
        """
        .formatted(
            speaker.namespace(),
            speaker.port(),
            speaker.mac(),
            channel,
            channel,
            WITH_OFFSET.format(at),
            post,
            type,
            state,
            words);
  }

  private static String believed(Capture capture) {
    if (capture.subject().reading() != Reading.READ) {
      return "0,0,0,0,0,0,0";
    }
    return String.join(
        ",", java.util.Collections.nCopies(capture.subject().plate().length(), "99"));
  }

  private static int plateKind(String color, String type) {
    if (color.startsWith("newEnergy")) {
      return color.endsWith("YellowGreen") ? 51 : 52;
    }
    return color.equals("yellow") || type.startsWith("H1") ? 1 : 2;
  }

  /** The firmware knows GA/T 16.4 by its coarse classes only. */
  private static String typeByGat(String type) {
    if (type.startsWith("H3")) {
      return "H30";
    }
    if (type.startsWith("H2")) {
      return "H20";
    }
    return type.startsWith("K") ? "K33" : "H10";
  }
}
