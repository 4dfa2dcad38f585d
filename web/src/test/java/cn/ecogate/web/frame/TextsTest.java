package cn.ecogate.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.account.entity.OpenDoor;
import cn.ecogate.account.entity.Role;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmFilter;
import cn.ecogate.alarm.entity.AlarmNotice;
import cn.ecogate.alarm.entity.ChannelDraft;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.device.entity.BarrierState;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.device.entity.LockMode;
import cn.ecogate.device.entity.ScaleState;
import cn.ecogate.device.entity.TagKind;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageAct;
import cn.ecogate.passage.entity.TagFinding;
import cn.ecogate.registry.entity.ImportRow;
import cn.ecogate.registry.entity.ReviewState;
import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.registry.entity.StageEvidence;
import cn.ecogate.release.entity.Cause;
import cn.ecogate.release.entity.DutyFilter;
import cn.ecogate.release.entity.LiftCause;
import cn.ecogate.release.entity.LiftDuty;
import cn.ecogate.release.entity.Release;
import cn.ecogate.release.entity.ReleaseFilter;
import cn.ecogate.site.entity.Device;
import cn.ecogate.strategy.entity.EditionChange;
import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.strategy.entity.StrategyEdition;
import cn.ecogate.strategy.entity.StrategyState;
import cn.ecogate.uplink.entity.CallMade;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.DispatchFilter;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.ReceiptLine;
import cn.ecogate.uplink.entity.RecordKind;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.MachineKind;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.ResponseLevel;
import cn.ecogate.vocabulary.VehicleGroup;
import cn.ecogate.vocabulary.VehicleUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chinese and English say the same things, and nothing a page says is missing. */
class TextsTest {

  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Pattern USED =
      Pattern.compile("(?:t\\[|words\\.say\\()'([a-z][a-z.-]*)'[],)]");

  private static Set<String> keys(Locale locale) {
    return new TreeSet<>(ResourceBundle.getBundle("cn.ecogate.web.texts", locale).keySet());
  }

  @Test
  void everySentenceIsThereInBothLanguages() {
    Set<String> english = keys(Locale.ENGLISH);
    english.removeIf(key -> key.startsWith("rule."));
    assertThat(english).isEqualTo(keys(Locale.CHINESE));
  }

  /** The second of two would win, and one of two pages would say what the other means. */
  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void noSentenceStandsTwice(String language) throws IOException {
    Path texts = Path.of("src/main/resources/cn/ecogate/web/texts_" + language + ".properties");
    assertThat(Files.readAllLines(texts))
        .filteredOn(line -> line.contains("=") && !line.startsWith("#"))
        .extracting(line -> line.substring(0, line.indexOf('=')))
        .doesNotHaveDuplicates();
  }

  static Stream<Class<? extends Enum<?>>> wordsOfTheTrade() {
    return Stream.of(
        Role.class,
        OpenDoor.Kind.class,
        Alarm.Kind.class,
        Alarm.State.class,
        Alarm.Severity.class,
        Alarm.Finding.class,
        AlarmNotice.Event.class,
        ChannelDraft.Kind.class,
        ChannelDraft.Security.class,
        AlarmFilter.Which.class,
        Reason.Code.class,
        RuleAnswer.Outcome.class,
        Sighting.class,
        Acknowledgement.Outcome.class,
        BarrierState.Position.class,
        DeviceStatus.Link.class,
        ScaleState.State.class,
        TagKind.class,
        TagFinding.Finding.class,
        Load.Source.class,
        Passage.Outcome.class,
        BarrierRecord.Kind.class,
        LockMode.class,
        Passage.Source.class,
        PassageAct.Kind.class,
        Cause.class,
        LiftCause.class,
        LiftDuty.State.class,
        DutyFilter.Which.class,
        Release.Kind.class,
        Release.State.class,
        ReleaseFilter.Promise.class,
        Device.Kind.class,
        Dispatch.State.class,
        DispatchFilter.Only.class,
        RecordKind.class,
        ReceiptKind.class,
        ReceiptLine.Change.class,
        CallMade.Purpose.class,
        CallMade.Ending.class,
        StageEvidence.class,
        ServiceState.class,
        ReviewState.class,
        ImportRow.Kind.class,
        MachineKind.class,
        StrategyState.class,
        StrategyEdition.Act.class,
        EditionChange.Item.class,
        KnownMeasure.class,
        VehicleGroup.class,
        ResponseLevel.class,
        AlertLevel.class,
        Direction.class,
        EmissionStage.class,
        FuelType.class,
        PlateColor.class,
        VehicleUse.class);
  }

  @ParameterizedTest
  @MethodSource("wordsOfTheTrade")
  void everyWordOfTheTradeHasANameForPeople(Class<? extends Enum<?>> words) {
    for (Enum<?> word : words.getEnumConstants()) {
      assertThat(keys(Locale.CHINESE)).contains(words.getSimpleName() + "." + word.name());
    }
  }

  @Test
  void everySentenceAPageAsksForExists() throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.walk(PAGES)) {
      pages = files.filter(file -> file.toString().endsWith(".xhtml")).toList();
    }
    Set<String> asked = new TreeSet<>();
    for (Path page : pages) {
      USED.matcher(Files.readString(page)).results().map(m -> m.group(1)).forEach(asked::add);
    }
    asked.removeIf(key -> key.endsWith("."));
    assertThat(asked).hasSizeGreaterThan(100);
    assertThat(keys(Locale.CHINESE)).containsAll(asked);
  }

  @Test
  void noPageAndNoShapeNamesAColour() throws IOException {
    Pattern colour = Pattern.compile("(?:[:\"'\\s]#[0-9a-fA-F]{3,8}\\b(?![^<]*\\}))|rgba?\\(");
    try (Stream<Path> files = Files.walk(PAGES)) {
      Set<String> coloured =
          files
              .filter(file -> file.toString().matches(".*(\\.xhtml|screens\\.css)"))
              .filter(file -> colour.matcher(read(file)).find())
              .map(Path::toString)
              .collect(Collectors.toSet());
      assertThat(coloured).isEmpty();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
