package cn.ecogate.uplink.control;

import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.ledger.entity.RecordText;
import cn.ecogate.uplink.entity.RecordKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which ledger entries go up, and as what: one recipe per kind of record, by the entry's kind and
 * the form of its text. Whoever writes a new kind of entry adds a recipe here, its words to {@link
 * RecordWord} and its fields to the profiles; nothing else.
 */
public final class Outgoing {

  private static final String AFTER = "after-";

  private static final List<Recipe> RECIPES =
      List.of(
          new Recipe(
              RecordKind.PASSAGE,
              "passage",
              "ecogate passage 1",
              text -> true,
              text -> text.value("lane").orElseThrow()),
          new Recipe(
              RecordKind.RELEASE,
              "release",
              "ecogate release 1",
              text -> true,
              text -> text.value("lane").orElseThrow()),
          // Behind its passage in that lane's queue: a load means nothing before it.
          new Recipe(
              RecordKind.LOAD,
              "load",
              "ecogate load 1",
              text -> text.value("lane").isPresent(),
              text -> text.value("lane").orElseThrow()),
          // The whole record as it reads now, behind the record it names.
          new Recipe(
              RecordKind.CORRECTION,
              "passage-correction",
              "ecogate passage-correction 1",
              text -> true,
              text -> text.value("lane").orElseThrow()),
          new Recipe(
              RecordKind.VEHICLE,
              "audit",
              "ecogate audit 1",
              Outgoing::isFiledVehicle,
              text -> "vehicles"),
          new Recipe(
              RecordKind.PLANT_VEHICLE,
              "audit",
              "ecogate audit 1",
              text -> isCard(text, "plant-vehicle"),
              text -> "cards"),
          new Recipe(
              RecordKind.MACHINE,
              "audit",
              "ecogate audit 1",
              text -> isCard(text, "machine"),
              text -> "cards"),
          new Recipe(
              RecordKind.ENTERPRISE,
              MasterText.KIND,
              MasterText.ENTERPRISE,
              t -> true,
              t -> "plant"),
          new Recipe(
              RecordKind.BARRIER, MasterText.KIND, MasterText.BARRIER, t -> true, t -> "plant"),
          new Recipe(
              RecordKind.CAMERA, MasterText.KIND, MasterText.CAMERA, t -> true, t -> "plant"),
          new Recipe(
              RecordKind.CONFIRMATION,
              "confirmation",
              "ecogate confirmation 1",
              text -> true,
              text -> "confirmations"),
          // Confirmed along with the very entry that put it in force.
          new Recipe(
              RecordKind.STRATEGY_RECEIPT,
              "audit",
              "ecogate audit 1",
              Outgoing::isOrder,
              text -> "orders"));

  /** What is sent of these is what the entry says was there after the change. */
  private static final Set<RecordKind> FILED =
      Set.of(RecordKind.VEHICLE, RecordKind.PLANT_VEHICLE, RecordKind.MACHINE);

  /** These go to the platform that asked; what the house itself listed is told to all. */
  private static final Set<RecordKind> ANSWERS =
      Set.of(RecordKind.STRATEGY_RECEIPT, RecordKind.CONFIRMATION);

  private static final Set<String> ORDERS = Set.of("strategy-received", "strategy-withdrawn");

  private Outgoing() {}

  private record Recipe(
      RecordKind kind,
      String entryKind,
      String form,
      Predicate<RecordText> which,
      Function<RecordText, String> lane) {}

  /**
   * A record that has to be sent.
   *
   * @param key the same at every try and on every platform
   * @param subject what people look for
   * @param vehicle plate and colour, so that an exit finds its entrance; of passages only
   * @param lane what it queues behind
   * @param gate empty if it belongs to none
   * @param missing the required items it lacks; empty if that cannot be told from its text alone
   * @param only the one platform it is for; empty if it is for all
   */
  public record Draft(
      RecordKind kind,
      String key,
      String subject,
      Optional<String> vehicle,
      String lane,
      String gate,
      Optional<List<String>> missing,
      Optional<String> only) {}

  /** Empty if nothing of that entry goes up. */
  public static Optional<Draft> of(LedgerEntry entry, String enterprise) {
    List<Recipe> candidates =
        RECIPES.stream()
            .filter(recipe -> recipe.entryKind().equals(entry.kind()))
            .filter(recipe -> entry.text().startsWith(recipe.form() + "\n"))
            .toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    RecordText text = RecordText.of(entry.text());
    return candidates.stream()
        .filter(recipe -> recipe.which().test(text))
        .findFirst()
        .map(recipe -> draft(recipe, entry, text, enterprise));
  }

  private static Draft draft(Recipe recipe, LedgerEntry entry, RecordText text, String enterprise) {
    RecordKind kind = recipe.kind();
    boolean numbered = kind == RecordKind.PASSAGE || kind == RecordKind.RELEASE;
    String key = enterprise + "-" + (numbered ? entry.subject() : kind.word() + "-" + entry.seq());
    String passage =
        text.value(kind == RecordKind.RELEASE ? "settles" : "passage").orElse(entry.subject());
    // A release says only what it changes; a correction is judged as the passage it corrects.
    Optional<List<String>> missing =
        kind == RecordKind.RELEASE || kind == RecordKind.CORRECTION
            ? Optional.empty()
            : Optional.of(Completeness.missing(kind, words(kind, text, enterprise)));
    return new Draft(
        kind,
        key,
        passage,
        kind == RecordKind.PASSAGE ? vehicle(text) : Optional.empty(),
        recipe.lane().apply(text),
        text.value("gate").orElse(""),
        missing,
        ANSWERS.contains(kind) ? text.value("platform") : Optional.empty());
  }

  private static Optional<String> vehicle(RecordText text) {
    return text.value("plate").map(plate -> plate + "/" + text.value("color").orElse(""));
  }

  /**
   * A record that is judged anew, because an entry says how it should have read.
   *
   * @param key that of the record
   * @param missing the required items it still lacks
   */
  public record Amended(String key, List<String> missing) {}

  /** Empty unless that entry is a correction of a passage. */
  public static Optional<Amended> amended(LedgerEntry entry, Draft draft, String enterprise) {
    if (draft.kind() != RecordKind.CORRECTION) {
      return Optional.empty();
    }
    RecordText text = words(draft.kind(), RecordText.of(entry.text()), enterprise);
    return Optional.of(new Amended(enterprise + "-" + draft.subject(), Completeness.missing(text)));
  }

  /** The entry's words as a profile names them. */
  public static RecordText words(RecordKind kind, RecordText text, String enterprise) {
    RecordText words = text;
    if (FILED.contains(kind)) {
      for (String name : text.names()) {
        if (name.startsWith(AFTER)) {
          words = words.with(name.substring(AFTER.length()), text.values(name).get(0));
        }
      }
    }
    return words.value("enterprise").isPresent() ? words : words.with("enterprise", enterprise);
  }

  /** A filing that is not in force yet is nothing the platform should know. */
  private static boolean isFiledVehicle(RecordText text) {
    return text.value("act").filter(act -> act.startsWith("vehicle-")).isPresent()
        && text.value("after-plate").isPresent()
        && text.value("after-review").filter(review -> !review.equals("IN_FORCE")).isEmpty();
  }

  /** Cards are in force as they are filed; one under repair or retired says so itself. */
  private static boolean isCard(RecordText text, String register) {
    return text.value("act").filter(act -> act.startsWith(register + "-")).isPresent()
        && text.value("after-code").isPresent();
  }

  /** What a platform ordered is confirmed to it; what the house made of it is its own. */
  private static boolean isOrder(RecordText text) {
    return text.value("act").filter(ORDERS::contains).isPresent()
        && text.value("platform-number").isPresent();
  }
}
