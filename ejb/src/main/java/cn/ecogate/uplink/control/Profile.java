package cn.ecogate.uplink.control;

import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.RecordKind;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
 * @param dress what stands around every request
 * @param through empty if the platform does not link entrances and exits
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
    Map<ReceiptKind, ReceiveCall> receives,
    Dress dress,
    Optional<Through> through) {

  /** Paths below the platform's base address. */
  public record Endpoints(String token, String heartbeat) {}

  /** Where a kind of record goes, and its fields in the order they are sent. */
  public record RecordForm(String endpoint, List<Field> fields) {}

  /** How an instant is written; the zone is for the pattern. */
  public record TimeForm(Writing writing, DateTimeFormatter format, ZoneId zone) {

    /** By a pattern, or counted from 1970. */
    public enum Writing {
      PATTERN,
      EPOCH_SECONDS,
      EPOCH_MILLIS
    }

    String write(Instant instant) {
      return switch (writing) {
        case PATTERN -> format.format(instant.atZone(zone));
        case EPOCH_SECONDS -> String.valueOf(instant.getEpochSecond());
        case EPOCH_MILLIS -> String.valueOf(instant.toEpochMilli());
      };
    }

    /** Empty if it is not written so. */
    Optional<Instant> read(String text) {
      try {
        return Optional.of(
            switch (writing) {
              case PATTERN -> LocalDateTime.parse(text, format).atZone(zone).toInstant();
              case EPOCH_SECONDS -> Instant.ofEpochSecond(Long.parseLong(text));
              case EPOCH_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
            });
      } catch (DateTimeException | NumberFormatException otherwise) {
        return Optional.empty();
      }
    }
  }

  /** How a request is signed, and in which field of the body or which header it stands. */
  public record Signing(Method method, String field, Place place) {

    /** What the platform verifies. */
    public enum Method {
      RSA2,
      /** SM3withSM2. */
      SM2,
      NONE
    }

    /** Where the signature stands. */
    public enum Place {
      BODY,
      HEADER
    }
  }

  /**
   * What stands around every request that carries a token.
   *
   * @param headers sent with every request, by name
   * @param within dotted path of the field that holds the content, empty if the content is the body
   * @param list the content stands there as the only element of a list
   */
  public record Dress(Map<String, String> headers, String within, boolean list) {}

  /**
   * How exits are linked to entrances: the platform numbers an entrance, and wants that number with
   * the exit.
   *
   * @param numberAt dotted path of the number in the answer to an entrance
   * @param within an entrance longer ago is another visit's
   */
  public record Through(String numberAt, Duration within) {}

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
      Form form,
      List<Field> request,
      String tokenAt,
      String expiresInAt) {

    /** How the sign-in is written. */
    public enum Form {
      JSON,
      /** {@code application/x-www-form-urlencoded}, unsigned. */
      FORM
    }
  }

  /**
   * Where the verdict stands in the platform's answer, and which of its codes mean what.
   *
   * @param success path of a yes or no; empty if the code alone tells
   * @param successCodes the codes that mean yes, where there is no such path
   */
  public record AnswerForm(
      String success,
      Set<String> successCodes,
      String code,
      String message,
      Set<String> tokenCodes,
      Set<String> againCodes,
      Set<String> duplicateCodes) {}

  /** How photos travel, and which copy. */
  public record Photos(Transport transport, Picture picture, Optional<PhotoCall> call) {

    /** The way a photo stands in the JSON. */
    public enum Transport {
      BASE64,
      DATA_URL,
      /** In a call of its own before the record, which then carries what the platform answered. */
      UPLOAD,
      NONE
    }

    /** Which copy is sent. */
    public enum Picture {
      CAPTIONED,
      ORIGINAL
    }
  }

  /**
   * How a photo is handed over by itself.
   *
   * @param nameAt dotted path of what the record then carries instead of the photo
   */
  public record PhotoCall(String endpoint, List<Field> request, String nameAt) {}

  /**
   * One field on the wire.
   *
   * @param name the platform's name; dots lead into objects
   * @param from ours, empty if the value is fixed
   * @param codes the table to go through, empty for none
   * @param fallback sent if the record has no value, empty to leave the field out
   * @param fixed always the same, empty if it comes from the record
   */
  public record Field(
      String name, String from, String codes, String fallback, String fixed, As as) {

    /** As what it stands in the JSON. */
    public enum As {
      TEXT,
      NUMBER,
      YES_NO
    }

    /** The value as JSON; a word that is no number, or no yes or no, is a fault of the profile. */
    JsonValue json(String word) {
      return switch (as) {
        case TEXT -> Json.createValue(word);
        case NUMBER -> number(word);
        case YES_NO -> yesNo(word);
      };
    }

    private JsonValue number(String word) {
      try {
        return Json.createValue(new BigDecimal(word));
      } catch (NumberFormatException e) {
        throw new IllegalStateException("字段 " + name + " 应为数字，记录里是“" + word + "”", e);
      }
    }

    private JsonValue yesNo(String word) {
      return switch (word) {
        case "true", "1" -> JsonValue.TRUE;
        case "false", "0" -> JsonValue.FALSE;
        default ->
            throw new IllegalStateException("字段 " + name + " 应为 true 或 false，记录里是“" + word + "”");
      };
    }
  }

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
