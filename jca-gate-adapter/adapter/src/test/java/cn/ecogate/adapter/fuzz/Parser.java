package cn.ecogate.adapter.fuzz;

import cn.ecogate.adapter.wire.AnprXml;
import cn.ecogate.adapter.wire.DahuaEvent;
import cn.ecogate.adapter.wire.DahuaText;
import cn.ecogate.adapter.wire.DigestAuth;
import cn.ecogate.adapter.wire.EpcText;
import cn.ecogate.adapter.wire.EventAssembler;
import cn.ecogate.adapter.wire.FrameReader;
import cn.ecogate.adapter.wire.HikvisionGate;
import cn.ecogate.adapter.wire.HikvisionPush;
import cn.ecogate.adapter.wire.HttpCallReader;
import cn.ecogate.adapter.wire.HttpHead;
import cn.ecogate.adapter.wire.HuaxiaPush;
import cn.ecogate.adapter.wire.ModbusRtu;
import cn.ecogate.adapter.wire.MultipartParser;
import cn.ecogate.adapter.wire.ParkingBoard;
import cn.ecogate.adapter.wire.Part;
import cn.ecogate.adapter.wire.PlateList;
import cn.ecogate.adapter.wire.StGs;
import cn.ecogate.adapter.wire.StillPicture;
import cn.ecogate.adapter.wire.TextLines;
import cn.ecogate.adapter.wire.ToledoContinuous;
import cn.ecogate.adapter.wire.VzenithFrames;
import cn.ecogate.adapter.wire.VzenithPacket;
import cn.ecogate.adapter.wire.VzenithPush;
import cn.ecogate.adapter.wire.WeightFrame.Unit;
import cn.ecogate.adapter.wire.WireException;
import cn.ecogate.adapter.wire.YaohuaA9;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/**
 * Every parser that bytes from outside reach. What a device sends ends in a meaning or in an {@code
 * IOException} with words (a {@link WireException} as a rule); anything else is a finding.
 */
enum Parser {
  HIKVISION_STREAM("multipart", Parser::hikvisionStream),
  HIKVISION_XML("anpr", bytes -> AnprXml.read(bytes, plant())),
  HIKVISION_PUSH(
      "hikvision-push",
      bytes -> new HikvisionPush(plant()).read("multipart/form-data; boundary=boundary", bytes)),
  HIKVISION_LIST("plate-list", bytes -> PlateList.read(bytes, plant())),
  HIKVISION_GATE("hikvision-gate", HikvisionGate::status),
  DAHUA_TEXT("dahua", bytes -> DahuaText.read(bytes, DahuaEvent.Clock.UTC, plant(), 1)),
  VZENITH_TCP("vzenith", Parser::vzenithLine),
  VZENITH_STILL(
      "vzenith", bytes -> StillPicture.of(new VzenithPacket(VzenithPacket.TEXT, 1, bytes))),
  VZENITH_PUSH("vzenith-push", bytes -> new VzenithPush(plant()).read("application/json", bytes)),
  HUAXIA_PUSH(
      "huaxia-push",
      bytes -> new HuaxiaPush(plant()).read("application/x-www-form-urlencoded", bytes)),
  HTTP_CALL("hikvision-push", Parser::httpCall),
  HTTP_ANSWER("digest", Parser::httpAnswer),
  DIGEST("digest", bytes -> DigestAuth.among(List.of(latin(bytes)))),
  MODBUS("modbus", Parser::modbus),
  PARKING_BOARD("board", bytes -> ParkingBoard.confirm(ParkingBoard.voice(0, "请入场"), bytes)),
  WEIGHT_A9("a9", bytes -> inPieces(new YaohuaA9(Unit.KILOGRAMS), bytes)),
  WEIGHT_TOLEDO("toledo", bytes -> inPieces(new ToledoContinuous(Unit.KILOGRAMS), bytes)),
  WEIGHT_ST_GS("stgs", bytes -> inPieces(new StGs(Unit.KILOGRAMS), bytes)),
  TEXT_LINES("lines", bytes -> inPieces(TextLines.upTo(1024), bytes)),
  EPC("lines", bytes -> EpcText.read(latin(bytes), bytes));

  private static ZoneId plant() {
    return ZoneId.of("Asia/Shanghai");
  }

  /** The folder of golden frames to begin with. */
  final String frames;

  private final Reading reading;

  Parser(String frames, Reading reading) {
    this.frames = frames;
    this.reading = reading;
  }

  void read(byte[] bytes) {
    try {
      reading.read(bytes);
    } catch (IOException inWords) {
      if (inWords.getMessage() == null || inWords.getMessage().isBlank()) {
        throw new IllegalStateException("refused without a word", inWords);
      }
    }
  }

  private interface Reading {
    void read(byte[] bytes) throws IOException;
  }

  /** The first byte says into how large pieces the line cuts what follows. */
  private static void hikvisionStream(byte[] bytes) throws IOException {
    MultipartParser parser = new MultipartParser("multipart/mixed; boundary=boundary");
    EventAssembler events = new EventAssembler(document -> AnprXml.read(document, plant()));
    int step = step(bytes);
    for (int at = 0; at < bytes.length; at += step) {
      for (Part part : parser.feed(bytes, at, Math.min(step, bytes.length - at))) {
        events.take(part);
      }
    }
    parser.idle();
    events.flush();
  }

  private static void vzenithLine(byte[] bytes) throws IOException {
    VzenithFrames frames = new VzenithFrames();
    frames.feed(
        bytes,
        0,
        bytes.length,
        new FrameReader.Found<>() {
          @Override
          public void frame(cn.ecogate.adapter.wire.VzenithPacket packet, byte[] raw) {
            try {
              packet.json();
            } catch (WireException inWords) {
              packet.behind();
            }
          }

          @Override
          public void misunderstood(WireException why) {
            why.frame();
          }
        });
  }

  private static void httpCall(byte[] bytes) throws IOException {
    HttpCallReader reader = new HttpCallReader(64 * 1024);
    int step = step(bytes);
    for (int at = 0; at < bytes.length; at += step) {
      reader.feed(bytes, at, Math.min(step, bytes.length - at));
      if (reader.complete()) {
        reader.body();
        reader.next();
      }
    }
  }

  private static void httpAnswer(byte[] bytes) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    HttpHead.read(in).body(in).readNBytes(64 * 1024);
  }

  private static void modbus(byte[] bytes) throws IOException {
    byte[] request = ModbusRtu.readInputs(1, 8);
    ModbusRtu.replyLength(bytes, bytes.length);
    ModbusRtu.inputs(request, bytes);
  }

  private static <T> void inPieces(FrameReader<T> reader, byte[] bytes) {
    int step = step(bytes);
    FrameReader.Found<T> found =
        new FrameReader.Found<>() {
          @Override
          public void frame(T meaning, byte[] raw) {
            if (String.valueOf(meaning).isEmpty()) {
              throw new IllegalStateException("a frame that cannot be put into words");
            }
          }

          @Override
          public void misunderstood(WireException why) {
            why.frame();
          }
        };
    for (int at = 0; at < bytes.length; at += step) {
      reader.feed(bytes, at, Math.min(step, bytes.length - at), found);
    }
  }

  private static int step(byte[] bytes) {
    return bytes.length == 0 ? 1 : 1 + (bytes[0] & 0xFF);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
