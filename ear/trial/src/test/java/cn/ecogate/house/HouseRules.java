package cn.ecogate.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of docs/house.md by their numbers, for the house itself or for a planted one under
 * another root package.
 */
final class HouseRules {

  /** From the ground up; an import may only go down. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("vocabulary", "evidence", "adapter.api"),
          List.of("ledger", "admission"),
          List.of("account"),
          List.of("strategy", "site", "alarm"),
          List.of("registry", "uplink", "video", "device"),
          List.of("passage"),
          List.of("release", "confirmation", "inspection"),
          List.of("report", "demo"),
          List.of("web", "mobile"));

  /** Beside the house: they are held by other rules. */
  private static final List<String> BESIDE =
      List.of("adapter.jca", "adapter.link", "adapter.wire", "db", "launch", "bench", "simulator");

  private final String root;

  HouseRules(String root) {
    this.root = root;
  }

  Map<Integer, ArchRule> all() {
    Map<Integer, ArchRule> rules = new LinkedHashMap<>();
    rules.put(1, importsGoDown());
    rules.put(2, controlBelongsToItsComponent());
    rules.put(3, boundaryThenControlThenEntity());
    rules.put(4, calculationIsPure());
    rules.put(5, adapterHasFewFriends());
    rules.put(6, technologyStaysInItsRoom());
    rules.put(7, pagesAndApiAreStrangers());
    rules.put(8, timeIsGiven());
    rules.put(9, nobodyPrintsAndNamesSaySomething());
    rules.put(10, beansAreReachedAsTheContainerAllows());
    return rules;
  }

  private ArchRule importsGoDown() {
    Map<String, Integer> floors = new HashMap<>();
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      for (String component : FLOORS.get(floor)) {
        floors.put(component, floor + 1);
      }
    }
    return classes()
        .that(inside())
        .should(
            new ArchCondition<JavaClass>("import only from lower floors") {
              @Override
              public void check(JavaClass origin, ConditionEvents events) {
                Optional<String> from = component(origin);
                if (from.isEmpty() || BESIDE.contains(from.get())) {
                  return;
                }
                if (!floors.containsKey(from.get())) {
                  events.add(
                      SimpleConditionEvent.violated(
                          origin, origin.getName() + " stands on no floor of the house"));
                  return;
                }
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                  Optional<String> to = component(dependency.getTargetClass());
                  if (to.isPresent()
                      && !to.equals(from)
                      && floors.getOrDefault(to.get(), Integer.MAX_VALUE)
                          >= floors.get(from.get())) {
                    events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
                  }
                }
              }
            });
  }

  private ArchRule controlBelongsToItsComponent() {
    return classes()
        .that(inside())
        .should(
            new ArchCondition<JavaClass>("leave other components' control alone") {
              @Override
              public void check(JavaClass origin, ConditionEvents events) {
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                  JavaClass target = dependency.getTargetClass();
                  boolean foreign =
                      isControl(target) && !component(target).equals(component(origin));
                  // The launcher refuses a bad site file before anything is started.
                  boolean launcher =
                      component(origin).equals(Optional.of("launch"))
                          && target.getPackageName().equals(root + ".site.control");
                  if (foreign && !launcher) {
                    events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
                  }
                }
              }
            });
  }

  private ArchRule boundaryThenControlThenEntity() {
    return CompositeArchRule.of(
            noClasses()
                .that(resideInAPackage(root + ".*.control.."))
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".*.boundary..")))
        .and(
            noClasses()
                .that(resideInAPackage(root + ".*.entity.."))
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(root + ".*.boundary..", root + ".*.control..")));
  }

  private ArchRule calculationIsPure() {
    String vocabulary = root + ".vocabulary..";
    String admission = root + ".admission..";
    return CompositeArchRule.of(
            classes()
                .that(resideInAnyPackage(vocabulary, admission))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", vocabulary, admission)))
        .and(
            noClasses()
                .that(resideInAPackage(root + ".*.control.."))
                .and(not("the platform client", root + ".uplink.control.PlatformClient"))
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(
                            "jakarta.persistence..",
                            "jakarta.ws.rs..",
                            "java.net.http..",
                            "java.sql..")
                        .or(name("java.time.Clock").as("the clock"))));
  }

  private ArchRule adapterHasFewFriends() {
    return CompositeArchRule.of(
            noClasses()
                .that(inside())
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(root + ".device..", root + ".adapter..")))
                .and(not("the inbox", root + ".passage.boundary.PlateInbox"))
                .and(DescribedPredicate.not(resideInAnyPackage(catalogueReaders())))
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".adapter..")))
        .and(
            noClasses()
                .that(resideInAnyPackage(catalogueReaders()))
                .should()
                .dependOnClassesThat(
                    resideInAPackage(root + ".adapter..")
                        .and(
                            DescribedPredicate.not(
                                resideInAPackage(root + ".adapter.api.catalogue")
                                    // What the catalogue judges.
                                    .or(name(root + ".adapter.api.DeviceSpec"))))))
        .and(
            noClasses()
                .that(inside())
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(root + ".adapter.jca..", root + ".adapter.api..")))
                .should()
                // The definition of the factory is an annotation of the application, not of the
                // adapter.
                .dependOnClassesThat(
                    resideInAPackage("jakarta.resource..")
                        .and(
                            DescribedPredicate.not(
                                resideInAPackage("jakarta.resource")
                                    .or(
                                        name(
                                            "jakarta.resource.spi.TransactionSupport$TransactionSupportLevel"))))));
  }

  /** Where a site's devices are described by people. */
  private String[] catalogueReaders() {
    return new String[] {root + ".site..", root + ".web.device.."};
  }

  private ArchRule technologyStaysInItsRoom() {
    return CompositeArchRule.of(
            noClasses()
                .that(inside())
                .and(DescribedPredicate.not(resideInAPackage(root + ".web..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.faces..", "org.primefaces..")))
        .and(
            noClasses()
                .that(inside())
                .and(DescribedPredicate.not(resideInAPackage(root + ".mobile..")))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.ws.rs..")))
        .and(
            noClasses()
                .that(inside())
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(root + ".*.entity..", root + ".*.boundary..")))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.persistence..")));
  }

  private ArchRule pagesAndApiAreStrangers() {
    return CompositeArchRule.of(
            noClasses()
                .that(resideInAPackage(root + ".web.."))
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".mobile..")))
        .and(
            noClasses()
                .that(resideInAPackage(root + ".mobile.."))
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".web..")))
        .and(
            noClasses()
                .that(inside())
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(root + ".db..", root + ".launch..", root + ".bench..")))
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".db..")));
  }

  private ArchRule timeIsGiven() {
    return CompositeArchRule.of(
            noClasses().that(inside()).should().callMethodWhere(nowWithoutClock()))
        .and(
            noClasses()
                .that(inside())
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(
                            root + ".adapter..",
                            root + ".simulator..",
                            root + ".launch..",
                            root + ".bench..")))
                .and(not("the plant's clock", root + ".site.boundary.PlantClock"))
                .should()
                .callMethodWhere(
                    target(owner(name("java.time.Clock")))
                        .and(
                            target(
                                DescribedPredicate.describe(
                                    "a system clock", t -> t.getName().startsWith("system"))))));
  }

  private ArchRule nobodyPrintsAndNamesSaySomething() {
    return CompositeArchRule.of(
            noClasses()
                .that(inside())
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(
                            root + ".launch..", root + ".simulator..", root + ".bench..")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace"))
        .and(
            noClasses()
                .that(inside())
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto|VO|Base)(\\$.*)?"));
  }

  private ArchRule beansAreReachedAsTheContainerAllows() {
    return CompositeArchRule.of(
            noFields()
                .that()
                .areDeclaredInClassesThat(inside())
                .should()
                .beAnnotatedWith("jakarta.ejb.EJB"))
        .and(
            classes()
                .that(inside())
                .should(
                    new ArchCondition<JavaClass>("call only public methods of enterprise beans") {
                      @Override
                      public void check(JavaClass origin, ConditionEvents events) {
                        for (JavaMethodCall call : origin.getMethodCallsFromSelf()) {
                          JavaClass bean = call.getTargetOwner();
                          boolean closed =
                              isEnterpriseBean(bean)
                                  && !origin.getName().equals(bean.getName())
                                  && !origin.getName().startsWith(bean.getName() + "$")
                                  && call.getTarget()
                                      .resolveMember()
                                      .map(JavaMember::getModifiers)
                                      .filter(
                                          modifiers ->
                                              !modifiers.contains(JavaModifier.PUBLIC)
                                                  && !modifiers.contains(JavaModifier.STATIC))
                                      .isPresent();
                          if (closed) {
                            events.add(
                                SimpleConditionEvent.violated(origin, call.getDescription()));
                          }
                        }
                      }
                    }));
  }

  private static boolean isEnterpriseBean(JavaClass candidate) {
    return candidate.isAnnotatedWith("jakarta.ejb.Stateless")
        || candidate.isAnnotatedWith("jakarta.ejb.Singleton")
        || candidate.isAnnotatedWith("jakarta.ejb.MessageDriven");
  }

  private static DescribedPredicate<JavaCall<?>> nowWithoutClock() {
    return DescribedPredicate.describe(
        "a now() without a clock",
        call ->
            call.getTarget().getName().equals("now")
                && call.getTarget().getOwner().getPackageName().startsWith("java.time")
                && call.getTarget().getRawParameterTypes().isEmpty());
  }

  private DescribedPredicate<JavaClass> inside() {
    return resideInAPackage(root + "..").as("inside the house");
  }

  private static DescribedPredicate<JavaClass> not(String description, String className) {
    return DescribedPredicate.describe(
        "not " + description,
        candidate ->
            !candidate.getName().equals(className)
                && !candidate.getName().startsWith(className + "$"));
  }

  private boolean isControl(JavaClass candidate) {
    String name = candidate.getPackageName();
    return name.startsWith(root + ".")
        && List.of(name.substring(root.length() + 1).split("\\.")).indexOf("control") == 1;
  }

  /** The first word after the root; the adapter's rooms count for themselves. */
  private Optional<String> component(JavaClass candidate) {
    String name = candidate.getPackageName();
    if (!name.startsWith(root + ".")) {
      return Optional.empty();
    }
    String[] words = name.substring(root.length() + 1).split("\\.");
    return Optional.of(
        words[0].equals("adapter") && words.length > 1 ? "adapter." + words[1] : words[0]);
  }
}
