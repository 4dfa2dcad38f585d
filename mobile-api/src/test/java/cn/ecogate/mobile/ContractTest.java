package cn.ecogate.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.ecogate.mobile.account.Me;
import cn.ecogate.mobile.account.SignIn;
import cn.ecogate.mobile.account.SignInItem;
import cn.ecogate.mobile.account.TokenGranted;
import cn.ecogate.mobile.alarm.AlarmCriteria;
import cn.ecogate.mobile.alarm.AlarmItem;
import cn.ecogate.mobile.alarm.AlarmNews;
import cn.ecogate.mobile.alarm.AlarmPage;
import cn.ecogate.mobile.alarm.Closing;
import cn.ecogate.mobile.confirmation.CheckTold;
import cn.ecogate.mobile.confirmation.ConfirmationAsked;
import cn.ecogate.mobile.confirmation.ConfirmationCriteria;
import cn.ecogate.mobile.confirmation.ConfirmationItem;
import cn.ecogate.mobile.confirmation.ConfirmationPage;
import cn.ecogate.mobile.confirmation.VerificationTold;
import cn.ecogate.mobile.device.DeviceItem;
import cn.ecogate.mobile.passage.LoadItem;
import cn.ecogate.mobile.passage.LoadTold;
import cn.ecogate.mobile.passage.NewPassage;
import cn.ecogate.mobile.passage.PassageCriteria;
import cn.ecogate.mobile.passage.PassageDetail;
import cn.ecogate.mobile.passage.PassageItem;
import cn.ecogate.mobile.passage.PassagePage;
import cn.ecogate.mobile.passage.TagItem;
import cn.ecogate.mobile.passage.VisitCriteria;
import cn.ecogate.mobile.passage.VisitItem;
import cn.ecogate.mobile.passage.VisitPage;
import cn.ecogate.mobile.passage.VisitWordTold;
import cn.ecogate.mobile.passage.WeighingItem;
import cn.ecogate.mobile.problem.Problem;
import cn.ecogate.mobile.registry.CardCriteria;
import cn.ecogate.mobile.registry.DocumentKept;
import cn.ecogate.mobile.registry.DocumentTold;
import cn.ecogate.mobile.registry.FiledItem;
import cn.ecogate.mobile.registry.FiledPage;
import cn.ecogate.mobile.registry.FleetItem;
import cn.ecogate.mobile.registry.MachineItem;
import cn.ecogate.mobile.registry.MachinePage;
import cn.ecogate.mobile.registry.MachineTold;
import cn.ecogate.mobile.registry.PlantVehicleItem;
import cn.ecogate.mobile.registry.PlantVehiclePage;
import cn.ecogate.mobile.registry.PlantVehicleTold;
import cn.ecogate.mobile.registry.PlateTold;
import cn.ecogate.mobile.registry.ReviewTold;
import cn.ecogate.mobile.registry.VehicleCriteria;
import cn.ecogate.mobile.registry.VehicleTold;
import cn.ecogate.mobile.release.DutyCriteria;
import cn.ecogate.mobile.release.ExemptionAnswer;
import cn.ecogate.mobile.release.ExemptionsWaiting;
import cn.ecogate.mobile.release.LaneFiledItem;
import cn.ecogate.mobile.release.LaneFilingTold;
import cn.ecogate.mobile.release.LiftAssigned;
import cn.ecogate.mobile.release.LiftDutyItem;
import cn.ecogate.mobile.release.LiftDutyPage;
import cn.ecogate.mobile.release.LiftExplained;
import cn.ecogate.mobile.release.LiftReviewed;
import cn.ecogate.mobile.release.NewExemptionTold;
import cn.ecogate.mobile.release.NewReleaseTold;
import cn.ecogate.mobile.release.ReleaseCriteria;
import cn.ecogate.mobile.release.ReleaseItem;
import cn.ecogate.mobile.release.ReleasePage;
import cn.ecogate.mobile.site.BarrierActItem;
import cn.ecogate.mobile.site.BarrierOrder;
import cn.ecogate.mobile.site.ClosureTold;
import cn.ecogate.mobile.site.LaneItem;
import cn.ecogate.mobile.strategy.ListingCriteria;
import cn.ecogate.mobile.strategy.ListingItem;
import cn.ecogate.mobile.strategy.ListingPage;
import cn.ecogate.mobile.strategy.ListingRelease;
import cn.ecogate.mobile.strategy.ListingTold;
import cn.ecogate.mobile.strategy.RehearsalItem;
import cn.ecogate.mobile.strategy.RuleItem;
import cn.ecogate.mobile.strategy.RuleTold;
import cn.ecogate.mobile.strategy.StrategyCriteria;
import cn.ecogate.mobile.strategy.StrategyEditionItem;
import cn.ecogate.mobile.strategy.StrategyEnd;
import cn.ecogate.mobile.strategy.StrategyItem;
import cn.ecogate.mobile.strategy.StrategyPage;
import cn.ecogate.mobile.strategy.StrategyTold;
import cn.ecogate.mobile.uplink.DayCriteria;
import cn.ecogate.mobile.uplink.DayItem;
import cn.ecogate.mobile.uplink.DispatchCriteria;
import cn.ecogate.mobile.uplink.DispatchItem;
import cn.ecogate.mobile.uplink.DispatchPage;
import cn.ecogate.mobile.uplink.PlatformItem;
import cn.ecogate.mobile.uplink.ReceiptCriteria;
import cn.ecogate.mobile.uplink.ReceiptItem;
import cn.ecogate.mobile.uplink.ReceiptPage;
import cn.ecogate.mobile.uplink.SendingItem;
import cn.ecogate.mobile.uplink.ViolationCriteria;
import cn.ecogate.mobile.uplink.ViolationItem;
import cn.ecogate.mobile.uplink.ViolationPage;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What /openapi promises is what the resources do: every call, every filter, every field. */
class ContractTest {

  private static final Pattern REFERENCE =
      Pattern.compile("#/components/(schemas|responses)/(\\w+)");

  private final Map<String, Object> contract = contract();

  @Test
  @DisplayName("每个地址和方法都有说明，没有多余的")
  void everyCallIsPromised() {
    Set<String> promised = new TreeSet<>();
    under(contract, "paths")
        .forEach(
            (path, verbs) -> map(verbs).keySet().forEach(verb -> promised.add(verb + " " + path)));
    assertThat(promised).isEqualTo(calls());
  }

  @ParameterizedTest
  @MethodSource("queries")
  @DisplayName("查询条件与代码逐项相同")
  void everyFilterIsPromised(String path, Class<?> criteria) {
    Map<String, Object> find = under(contract, "paths", path, "get");
    List<String> promised =
        ((List<?>) find.get("parameters"))
            .stream().map(parameter -> (String) map(parameter).get("name")).toList();
    List<String> real =
        Arrays.stream(criteria.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(QueryParam.class))
            .map(field -> field.getAnnotation(QueryParam.class).value())
            .toList();
    assertThat(promised).containsExactlyInAnyOrderElementsOf(real);
  }

  static Stream<Arguments> queries() {
    return Stream.of(
        arguments("/api/v1/passages", PassageCriteria.class),
        arguments("/api/v1/vehicles", VehicleCriteria.class),
        arguments("/api/v1/releases", ReleaseCriteria.class),
        arguments("/api/v1/lift-duties", DutyCriteria.class),
        arguments("/api/v1/machines", CardCriteria.class),
        arguments("/api/v1/plant-vehicles", CardCriteria.class),
        arguments("/api/v1/strategies", StrategyCriteria.class),
        arguments("/api/v1/visits", VisitCriteria.class),
        arguments("/api/v1/exceeding-vehicles", ListingCriteria.class),
        arguments("/api/v1/confirmations", ConfirmationCriteria.class),
        arguments("/api/v1/uplink/days", DayCriteria.class),
        arguments("/api/v1/uplink/dispatches", DispatchCriteria.class),
        arguments("/api/v1/uplink/receipts", ReceiptCriteria.class),
        arguments("/api/v1/uplink/violations", ViolationCriteria.class),
        arguments("/api/v1/alarms", AlarmCriteria.class));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        SignIn.class,
        TokenGranted.class,
        Me.class,
        SignInItem.class,
        Word.class,
        DeviceItem.class,
        LaneItem.class,
        LaneItem.BarrierItem.class,
        LaneItem.LockItem.class,
        LaneItem.ClosureItem.class,
        ClosureTold.class,
        BarrierOrder.class,
        BarrierActItem.class,
        ConfirmationPage.class,
        ConfirmationItem.class,
        ConfirmationAsked.class,
        CheckTold.class,
        VerificationTold.class,
        ListingPage.class,
        ListingItem.class,
        ListingTold.class,
        ListingRelease.class,
        StrategyPage.class,
        StrategyItem.class,
        StrategyEditionItem.class,
        StrategyEditionItem.ChangeItem.class,
        RuleItem.class,
        StrategyTold.class,
        RuleTold.class,
        StrategyEnd.class,
        RehearsalItem.class,
        RehearsalItem.StageItem.class,
        RehearsalItem.CaughtItem.class,
        PassagePage.class,
        PassageItem.class,
        PassageItem.VehicleItem.class,
        PassageItem.Photos.class,
        PassageDetail.class,
        PassageDetail.Answer.class,
        PassageDetail.Act.class,
        PassageDetail.Entry.class,
        PassageDetail.Upload.class,
        NewPassage.class,
        LoadTold.class,
        LoadItem.class,
        WeighingItem.class,
        TagItem.class,
        FiledPage.class,
        FiledItem.class,
        VehicleTold.class,
        PlateTold.class,
        ReviewTold.class,
        FleetItem.class,
        FleetItem.StageCount.class,
        DocumentTold.class,
        DocumentKept.class,
        LiftDutyPage.class,
        LiftDutyItem.class,
        LiftExplained.class,
        LiftReviewed.class,
        LiftAssigned.class,
        LaneFilingTold.class,
        LaneFiledItem.class,
        NewReleaseTold.class,
        NewExemptionTold.class,
        ExemptionAnswer.class,
        ExemptionsWaiting.class,
        ReleaseItem.class,
        ReleasePage.class,
        MachinePage.class,
        MachineItem.class,
        MachineTold.class,
        PlantVehiclePage.class,
        PlantVehicleItem.class,
        PlantVehicleTold.class,
        VisitPage.class,
        VisitItem.class,
        VisitWordTold.class,
        PlatformItem.class,
        DayItem.class,
        DayItem.TallyItem.class,
        DispatchPage.class,
        DispatchItem.class,
        SendingItem.class,
        ReceiptPage.class,
        ReceiptItem.class,
        ReceiptItem.LineItem.class,
        ViolationPage.class,
        ViolationItem.class,
        AlarmPage.class,
        AlarmItem.class,
        AlarmNews.class,
        Closing.class,
        Problem.class
      })
  @DisplayName("JSON 的每个字段都有说明，没有多余的")
  void everyFieldIsPromised(Class<?> shape) {
    Map<String, Object> schema = under(contract, "components", "schemas", shape.getSimpleName());
    List<String> fields =
        Arrays.stream(shape.getRecordComponents()).map(RecordComponent::getName).toList();
    assertThat(under(schema, "properties").keySet()).containsExactlyElementsOf(fields);
    if (schema.containsKey("required")) {
      assertThat(fields)
          .containsAll(((List<?>) schema.get("required")).stream().map(String::valueOf).toList());
    }
  }

  @Test
  @DisplayName("引用的定义都存在")
  void everyReferenceLeadsSomewhere() {
    Matcher references = REFERENCE.matcher(contract.toString());
    Set<String> missing =
        references
            .results()
            .filter(hit -> !under(contract, "components", hit.group(1)).containsKey(hit.group(2)))
            .map(hit -> hit.group(2))
            .collect(Collectors.toSet());
    assertThat(missing).isEmpty();
    assertThat(contract.toString()).contains("#/components/schemas/Problem");
  }

  private static Set<String> calls() {
    return new MobileApi()
        .getClasses().stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .flatMap(ContractTest::call)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> call(Method method) {
    String path =
        Stream.of(
                method.getDeclaringClass().getAnnotation(Path.class),
                method.getAnnotation(Path.class))
            .filter(part -> part != null)
            .map(Path::value)
            .collect(Collectors.joining())
            .replaceAll("\\{(\\w+):[^/]*}", "{$1}");
    return Arrays.stream(method.getAnnotations())
        .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(verb -> verb.value().toLowerCase(Locale.ROOT) + " " + MobileApi.ROOT + path);
  }

  private static Map<String, Object> under(Map<String, Object> from, String... names) {
    Map<String, Object> here = from;
    for (String name : names) {
      assertThat(here).containsKey(name);
      here = map(here.get(name));
    }
    return here;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  private static Map<String, Object> contract() {
    try (InputStream file = MobileApi.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      return map(new Load(LoadSettings.builder().build()).loadFromInputStream(file));
    } catch (IOException e) {
      throw new IllegalStateException("the contract cannot be read", e);
    }
  }
}
