package cn.ecogate.uplink.control;

import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.RecordKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one kind of platform wants to be spoken to: every name and code that goes on the wire, read
 * from a file by {@link ProfileReader}.
 *
 * @param codes tables from our words to the platform's, by table name
 * @param records the kinds of records it takes, and how
 * @param reconcile empty if the platform cannot be asked what it holds
 * @param receives what it sends down when it is asked, and how
 */
public record Profile(
    String name,
    String title,
    Endpoints endpoints,
    TimeForm time,
    Signing signing,
    TokenCall token,
    AnswerForm answer,
    Photos photos,
    Map<String, Map<String, String>> codes,
    Map<RecordKind, RecordForm> records,
    HeartbeatForm heartbeat,
    Optional<ReconcileCall> reconcile,
    Map<ReceiptKind, ReceiveCall> receives) {

  /** Paths below the platform's base address. */
  public record Endpoints(String token, String heartbeat) {}

  /** Where a kind of record goes, and its fields in the order they are sent. */
  public record RecordForm(String endpoint, List<Field> fields) {}

  /** How an instant is written. */
  public record TimeForm(DateTimeFormatter format, ZoneId zone) {

    String write(Instant instant) {
      return format.format(instant.atZone(zone));
    }

    /** Empty if it is not written so. */
    Optional<Instant> read(String text) {
      try {
        return Optional.of(LocalDateTime.parse(text, format).atZone(zone).toInstant());
      } catch (DateTimeParseException otherwise) {
        return Optional.empty();
      }
    }
  }

  /** How a request is signed, and in which field the signature stands. */
  public record Signing(Method method, String field) {

    /** What the platform verifies. */
    public enum Method {
      RSA2,
      NONE
    }
  }

  /**
   * How a token is fetched and shown.
   *
   * @param life how long it lasts if the platform does not say
   * @param tokenAt dotted path of the token in the answer
   * @param expiresInAt dotted path of its life in seconds, empty if the platform never says
   */
  public record TokenCall(
      String header,
      String prefix,
      Duration life,
      List<Field> request,
      String tokenAt,
      String expiresInAt) {}

  /** Where the verdict stands in the platform's answer, and which of its codes mean what. */
  public record AnswerForm(
      String success,
      String code,
      String message,
      Set<String> tokenCodes,
      Set<String> againCodes,
      Set<String> duplicateCodes) {}

  /** How photos travel, and which copy. */
  public record Photos(Transport transport, Picture picture) {

    /** The way a photo stands in the JSON. */
    public enum Transport {
      BASE64,
      DATA_URL,
      NONE
    }

    /** Which copy is sent. */
    public enum Picture {
      CAPTIONED,
      ORIGINAL
    }
  }

  /**
   * One field on the wire.
   *
   * @param name the platform's name
   * @param from ours
   * @param codes the table to go through, empty for none
   * @param fallback sent if the record has no value, empty to leave the field out
   */
  public record Field(String name, String from, String codes, String fallback) {}

  /** The heartbeat: its own fields, and a list with one object per lane. */
  public record HeartbeatForm(List<Field> fields, String devices, List<Field> deviceFields) {}

  /**
   * How the platform is asked which records of a day it holds.
   *
   * @param keysAt dotted path of their serial numbers in the answer
   */
  public record ReconcileCall(String endpoint, List<Field> request, String keysAt) {}

  /**
   * How the platform is asked for what it sends down.
   *
   * @param every how often
   * @param whole how often for everything, and not only for what is new since the mark
   * @param old how old what was received may be before somebody is told
   * @param columns what stands in a row of the answer
   */
  public record ReceiveCall(
      String endpoint,
      Duration every,
      Duration whole,
      Duration old,
      List<Field> request,
      RowsAt answer,
      List<Column> columns) {}

  /**
   * Dotted paths in the answer; all but the first may be empty.
   *
   * @param count how many rows there are on all pages together
   * @param more whether another page follows
   * @param mark up to where the answer reaches, to be shown the next time
   * @param whole whether it is everything
   */
  public record RowsAt(String rows, String count, String more, String mark, String whole) {}

  /**
   * One field of a row that comes down.
   *
   * @param name the platform's name
   * @param to ours
   * @param codes from the platform's codes to ours, empty for none
   */
  public record Column(String name, String to, Map<String, String> codes) {}

  /** The full address of an endpoint. */
  static URI address(String base, String endpoint) {
    return URI.create(base.endsWith("/") ? base : base + "/").resolve(endpoint);
  }
}
