package cn.ecogate.uplink.control;

import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.strategy.entity.Origin;
import cn.ecogate.strategy.entity.ReceivedListing;
import cn.ecogate.strategy.entity.ReceivedStrategy;
import cn.ecogate.uplink.entity.Oddity;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.ReceivedViolation;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.ResponseLevel;
import cn.ecogate.vocabulary.Vin;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a platform sent down, in our words. A row that cannot be understood never stops the others;
 * a part of a row that is not needed never stops the row.
 */
public final class Incoming {

  private static final int LONGEST_REASON = 200;
  private static final int LONGEST_NUMBER = 64;

  private final Profile profile;
  private final Delivery delivery;

  public Incoming(Profile profile, Delivery delivery) {
    this.profile = profile;
    this.delivery = delivery;
  }

  /** The rows that count, and what was odd. */
  public record Rows<T>(List<T> good, List<Oddity> odd) {

    /** True if there is a row of which not even the needed parts were understood. */
    public boolean lost() {
      return odd.stream().anyMatch(oddity -> !oddity.taken());
    }
  }

  /**
   * @param today counts as the day of issue where the platform names none
   * @param known the day of issue of those that stand on the list here, by plate and colour's code:
   *     one without a day must not look like another every day
   */
  public Rows<ReceivedListing> listings(LocalDate today, Map<String, LocalDate> known) {
    return rows(ReceiptKind.EXCEEDING, row -> listing(row, today, known));
  }

  public Rows<ReceivedStrategy> strategies(String platform) {
    return rows(ReceiptKind.STRATEGY, row -> strategy(row, platform));
  }

  public Rows<ReceivedViolation> violations() {
    return rows(ReceiptKind.VIOLATION, Incoming::violation);
  }

  private <T> Rows<T> rows(ReceiptKind kind, Function<IncomingRow, Optional<T>> reading) {
    List<T> good = new ArrayList<>();
    List<Oddity> odd = new ArrayList<>();
    int number = 0;
    for (JsonObject sent : delivery.rows()) {
      IncomingRow row =
          new IncomingRow(++number, sent, profile.receives().get(kind), profile.time());
      Optional<T> read = reading.apply(row);
      read.ifPresent(good::add);
      row.oddity(read.isPresent()).ifPresent(odd::add);
    }
    return new Rows<>(List.copyOf(good), List.copyOf(odd));
  }

  /** As {@link #listings} wants it. */
  public static String key(String plate, PlateColor color) {
    return plate + " " + color.code();
  }

  private static Optional<ReceivedListing> listing(
      IncomingRow row, LocalDate today, Map<String, LocalDate> known) {
    Optional<PlateNumber> plate = row.plate();
    Optional<PlateColor> color = color(row);
    if (plate.isEmpty() || color.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ReceivedListing(
            plate.get(),
            color.get(),
            vin(row),
            row.coded("fuel", FuelType::ofCode),
            row.coded("stage", EmissionStage::ofCode),
            row.text("reason", LONGEST_REASON),
            row.date("issued")
                .orElseGet(() -> known.getOrDefault(key(plate.get().text(), color.get()), today)),
            row.yes("released")));
  }

  private static Optional<ReceivedStrategy> strategy(IncomingRow row, String platform) {
    Optional<String> number = row.text("number");
    Optional<Instant> from = row.time("begins");
    Optional<Instant> until = row.time("ends");
    if (number.isEmpty() || number.get().length() > LONGEST_NUMBER) {
      row.complain(number.isEmpty() ? "没有策略编号" : "策略编号超过 " + LONGEST_NUMBER + " 个字符");
      return Optional.empty();
    }
    boolean withdrawn = row.yes("withdrawn");
    if (from.isEmpty()) {
      row.complain("没有可用的开始时间");
      return Optional.empty();
    }
    // An end that cannot be read is not "no end".
    if (until.isEmpty() && row.text("ends").isPresent()) {
      return Optional.empty();
    }
    if (!withdrawn && until.filter(end -> !end.isAfter(from.get())).isPresent()) {
      row.complain("结束时间不晚于开始时间");
      return Optional.empty();
    }
    // A level or measure that is not known must not make the order laxer than it is.
    AlertLevel alert =
        row.coded("alert", AlertLevel::ofCode)
            .orElse(row.text("alert").isPresent() ? AlertLevel.OTHER : AlertLevel.NONE);
    ResponseLevel response =
        row.coded("response", ResponseLevel::ofCode).orElse(ResponseLevel.usual(alert));
    List<String> unknown = new ArrayList<>();
    List<KnownMeasure> measures = row.several("measures", KnownMeasure::ofCode, unknown);
    return Optional.of(
        new ReceivedStrategy(
            new Origin(platform, number.get()),
            alert,
            response,
            from.get(),
            until,
            measures,
            words(row.text("words").orElse(""), unknown),
            withdrawn));
  }

  /** What the platform ordered under a number nobody knows has to be asked for by a person. */
  private static String words(String said, List<String> unknown) {
    if (unknown.isEmpty()) {
      return said;
    }
    String asked = "平台措施代码 " + String.join("、", unknown) + "，含义请与主管部门核实";
    return said.isEmpty() ? asked : said + "；" + asked;
  }

  private static Optional<ReceivedViolation> violation(IncomingRow row) {
    Optional<PlateNumber> plate = row.plate();
    Optional<PlateColor> color = color(row);
    if (plate.isEmpty() || color.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> in = row.time("in-at");
    Optional<Instant> out = row.time("out-at");
    String reason = row.text("reason", LONGEST_REASON);
    String content = plate.get() + " " + color.get() + " " + in + " " + out + " " + reason;
    String number =
        row.text("number")
            .filter(sent -> sent.length() <= LONGEST_NUMBER)
            .orElseGet(
                () -> UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString());
    return Optional.of(
        new ReceivedViolation(
            number,
            row.text("enterprise", LONGEST_NUMBER),
            plate.get(),
            color.get(),
            vin(row),
            in,
            out,
            reason.isEmpty() ? "未注明" : reason,
            row.text("note", 500)));
  }

  private static Optional<PlateColor> color(IncomingRow row) {
    if (row.text("color").isEmpty()) {
      row.complain("没有号牌颜色");
    }
    return row.coded("color", PlateColor::ofCode);
  }

  private static Optional<String> vin(IncomingRow row) {
    return row.text("vin")
        .flatMap(
            text -> {
              try {
                return Optional.of(Vin.of(text).text());
              } catch (Rejected misshapen) {
                row.complain("“" + text + "”不像车辆识别代号");
                return Optional.empty();
              }
            });
  }
}
