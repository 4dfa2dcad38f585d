package cn.ecogate.simulator.dahua;

import cn.ecogate.simulator.camera.Capture;
import cn.ecogate.simulator.picture.PlateColor;
import cn.ecogate.simulator.picture.Subject;
import cn.ecogate.simulator.picture.Subject.Reading;
import cn.ecogate.simulator.truth.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The texts of a Dahua camera: key=value lines on one stream, JSON on the other. */
final class DahuaWords {

  private DahuaWords() {}

  /**
   * One text of a snapshot group.
   *
   * @param utc seconds as this camera counts them
   */
  static String keyValues(Capture capture, int channel, long utc, int index, int count) {
    Subject subject = capture.subject();
    Map<String, Object> car = new LinkedHashMap<>();
    car.put("EventBaseInfo.Action", "Pulse");
    car.put("EventBaseInfo.Code", "TrafficJunction");
    car.put("EventBaseInfo.Index", channel - 1);
    car.put("CountInGroup", count);
    car.put("EventID", capture.serial());
    car.put("GroupID", capture.serial());
    car.put("IndexInGroup", index);
    car.put("Lane", 1);
    car.put("Mark", 6);
    car.put("Name", "TrafficJunction");
    car.put("Object.ObjectType", "Plate");
    car.put("Object.Confidence", capture.confidence());
    car.put("Object.Text", plate(subject));
    car.put("PTS", "42949485818.0");
    car.put("Speed", 0);
    car.put("TrafficCar.DrivingDirection[0]", "Approach");
    car.put("TrafficCar.DrivingDirection[1]", "");
    car.put("TrafficCar.DrivingDirection[2]", "");
    car.put("TrafficCar.Lane", 0);
    car.put("TrafficCar.PlateColor", color(subject));
    car.put("TrafficCar.PlateNumber", plate(subject));
    car.put("TrafficCar.PlateType", plateType(subject));
    car.put("TrafficCar.Speed", 0);
    car.put("TrafficCar.VehicleColor", "Unknown");
    car.put("TrafficCar.VehicleLength", "0.0");
    car.put("TrafficCar.VehicleSign", "Unknown");
    car.put("TrafficCar.VehicleSize", size(subject));
    car.put("UTC", utc);
    car.put("UTCMS", millis(capture));
    car.put("Vehicle.Category", category(subject));
    car.put("Vehicle.ObjectType", "Vehicle");
    StringBuilder text = new StringBuilder(1_024);
    car.forEach(
        (key, value) ->
            text.append("Events[0].").append(key).append('=').append(value).append("\r\n"));
    return text.append("\r\n").toString();
  }

  /** One event of the other stream; its JSON goes over several lines. */
  static String pulse(Capture capture, int channel, long utc) {
    Subject subject = capture.subject();
    Map<String, Object> plate = new LinkedHashMap<>();
    plate.put("ObjectType", "Plate");
    plate.put("Confidence", capture.confidence());
    plate.put("Text", plate(subject));
    Map<String, Object> car = new LinkedHashMap<>();
    car.put("PlateColor", color(subject));
    car.put("PlateNumber", plate(subject));
    car.put("PlateType", plateType(subject));
    car.put("VehicleSize", size(subject));
    Map<String, Object> vehicle = new LinkedHashMap<>();
    vehicle.put("Category", category(subject));
    vehicle.put("ObjectType", "Vehicle");
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("Class", "Traffic");
    data.put("CountInGroup", 1);
    data.put("EventID", capture.serial());
    data.put("GroupID", capture.serial());
    data.put("IndexInGroup", 1);
    data.put("Lane", 1);
    data.put("Name", "TrafficJunction");
    data.put("Object", plate);
    data.put("TrafficCar", car);
    data.put("UTC", utc);
    data.put("UTCMS", millis(capture));
    data.put("Vehicle", vehicle);
    return "Code=TrafficJunction;action=Pulse;index="
        + (channel - 1)
        + ";data="
        + Json.of(data).replace(",\"", ",\n   \"").replace("{\"", "{\n   \"").replace("}", "\n}")
        + "\r\n\r\n";
  }

  private static String plate(Subject subject) {
    return switch (subject.reading()) {
      case READ -> subject.plate();
      case UNREAD -> "Unknown";
      case NO_PLATE -> "";
    };
  }

  private static String color(Subject subject) {
    if (subject.reading() != Reading.READ) {
      return "Unknown";
    }
    return switch (subject.color()) {
      case BLUE -> "Blue";
      case YELLOW -> "Yellow";
      case WHITE -> "White";
      case BLACK -> "Black";
      case GREEN -> "Green";
      case YELLOW_GREEN -> "YellowGreen";
      case OTHER -> "Other";
    };
  }

  private static String plateType(Subject subject) {
    if (subject.reading() != Reading.READ) {
      return "Unknown";
    }
    if (subject.color() == PlateColor.YELLOW_GREEN) {
      return "LargeNewEnergy";
    }
    if (subject.color() == PlateColor.GREEN) {
      return "SmallNewEnergy";
    }
    return subject.color() == PlateColor.YELLOW ? "Yellow" : "Normal";
  }

  private static String size(Subject subject) {
    return subject.type().startsWith("K") ? "Light-duty" : "Heavy-duty";
  }

  private static String category(Subject subject) {
    if (subject.type().startsWith("K")) {
      return "LargeBus";
    }
    return subject.type().startsWith("H3") ? "LightTruck" : "HeavyTruck";
  }

  private static int millis(Capture capture) {
    return (int) (capture.at().toEpochMilli() % 1_000);
  }
}
