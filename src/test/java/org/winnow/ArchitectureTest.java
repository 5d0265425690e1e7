package org.winnow;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.winnow.team.PublicEndpoint;
import org.winnow.team.RequiresRole;
import org.winnow.team.SignedIn;

/**
 * The architecture. A room may name only rooms above it in this table, so a cycle cannot even be
 * declared; a library names no framework.
 */
class ArchitectureTest {
  private static final String BASE = "org.winnow.";
  private static final String[] LIBRARY_MAY_USE = {
    "java..",
    "org.jspecify..",
    "de.siegmar.fastcsv..",
    "com.ibm.icu..",
    "org.apache.pdfbox..",
    "org.apache.fontbox..",
    "org.apache.commons.statistics..",
    "javax.imageio..",
    "javax.xml..",
    "org.xml.sax..",
    "com.fasterxml.jackson.core..",
    "org.apache.commons.math3..",
    "org.apache.commons.numbers.."
  };

  private final Map<String, Set<String>> libraries = new LinkedHashMap<>();
  private final Map<String, Set<String>> rooms = new LinkedHashMap<>();
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.winnow");

  ArchitectureTest() {
    library("agreement");
    library("citation");
    library("figure");
    library("metaanalysis");
    library("analysis", "figure", "metaanalysis");
    room("platform");
    room("ledger", "platform");
    room("team", "platform", "ledger");
    room("review", "platform", "ledger", "team");
    room("record", "platform", "ledger", "team", "review", "citation");
    room("retrieval", "platform", "ledger", "team", "review");
    room("study", "platform", "ledger");
    room("deduplication", "platform", "ledger", "team", "review", "record", "citation");
    room(
        "identification",
        "platform",
        "ledger",
        "team",
        "review",
        "record",
        "deduplication",
        "citation");
    room("annotation", "platform", "ledger", "team", "review", "record");
    room(
        "screening",
        "platform",
        "ledger",
        "team",
        "review",
        "record",
        "annotation",
        "retrieval",
        "study",
        "agreement");
    room("calibration", "platform", "ledger", "team", "review", "record", "screening");
    room(
        "migration",
        "platform",
        "ledger",
        "team",
        "review",
        "record",
        "identification",
        "screening",
        "citation");
    room(
        "flow",
        "platform",
        "ledger",
        "team",
        "review",
        "record",
        "retrieval",
        "study",
        "screening",
        "figure");
    room("lookup", "platform", "ledger", "team", "review", "record", "citation");
    room("live", "platform", "ledger", "team", "review");
    room("audit", "platform", "ledger", "team", "review");
    room("overview", "platform", "team", "review", "screening", "calibration", "flow");
    room("example", "platform", "team");
    room("cli", "platform", "citation", "figure", "flow", "metaanalysis", "analysis");
  }

  private void library(String name, String... uses) {
    assertThat(libraries.keySet()).as("libraries that %s names", name).containsAll(List.of(uses));
    libraries.put(name, Set.of(uses));
  }

  private void room(String name, String... uses) {
    for (String used : uses) {
      assertThat(libraries.containsKey(used) || rooms.containsKey(used))
          .as("%s names %s, which must stand above it", name, used)
          .isTrue();
    }
    rooms.put(name, Set.of(uses));
  }

  @Test
  void everyPackageIsARoomOrALibraryOfTheTable() {
    Set<String> found =
        ALL.stream()
            .map(ArchitectureTest::roomOf)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> declared = new TreeSet<>(libraries.keySet());
    declared.addAll(rooms.keySet());
    assertThat(found).isEqualTo(declared);
  }

  @Test
  void aRoomUsesOnlyTheRoomsItMay() {
    List<String> violations = new ArrayList<>();
    for (JavaClass origin : ALL) {
      String room = roomOf(origin);
      Set<String> may = rooms.getOrDefault(room, libraries.getOrDefault(room, Set.of()));
      origin
          .getDirectDependenciesFromSelf()
          .forEach(
              dependency -> {
                String target = roomOf(dependency.getTargetClass());
                if (!room.isEmpty()
                    && !target.isEmpty()
                    && !target.equals(room)
                    && !may.contains(target)) {
                  violations.add(dependency.getDescription());
                }
              });
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.winnow.(**)").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void aLibraryKnowsNoFramework() {
    for (String library : libraries.keySet()) {
      classes()
          .that()
          .resideInAPackage(BASE + library + "..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(LIBRARY_MAY_USE)
                  .or(resideInAnyPackage(BASE + library + ".."))
                  .or(resideInAnyPackage(packages(libraries.get(library))))
                  .or(isPrimitiveOrArray()))
          .check(ALL);
    }
  }

  private static String[] packages(Set<String> names) {
    return names.stream().map(name -> BASE + name + "..").toArray(String[]::new);
  }

  @Test
  void onlyResourcesAndThePlatformKnowHttp() {
    noClasses()
        .that()
        .resideInAPackage("org.winnow..")
        .and()
        .resideOutsideOfPackages(BASE + "platform..", BASE + "team..")
        .and()
        .haveSimpleNameNotEndingWith("Resource")
        .and(notNestedIn("Resource"))
        .should()
        .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "io.vertx.."))
        .check(ALL);
  }

  @Test
  void everyEndpointSaysWhoMayCallIt() {
    methods()
        .that(areEndpoints())
        .should(
            be(
                "marked with who may call it",
                method ->
                    marked(method, RequiresRole.class)
                        || marked(method, SignedIn.class)
                        || marked(method, PublicEndpoint.class)))
        .check(ALL);
  }

  @Test
  void everyEndpointIsPublicSinceAnyOtherAnswersNothing() {
    methods().that(areEndpoints()).should().bePublic().check(ALL);
  }

  @Test
  void transactionsBeginInServicesResourcesAndJobs() {
    methods()
        .that()
        .areAnnotatedWith(Transactional.class)
        .should()
        .beDeclaredInClassesThat(
            new DescribedPredicate<>("are services, resources, jobs or the face of a room") {
              @Override
              public boolean test(JavaClass owner) {
                return owner.getSimpleName().matches(".*(Service|Resource|Job|Reviews)");
              }
            })
        .check(ALL);
  }

  @Test
  void noEntityIsInAnEndpointsSignature() {
    methods()
        .that(areEndpoints())
        .should(
            be(
                "free of entities",
                method ->
                    method.getRawParameterTypes().stream()
                            .noneMatch(type -> type.isAnnotatedWith(Entity.class))
                        && !method.getRawReturnType().isAnnotatedWith(Entity.class)))
        .check(ALL);
  }

  @Test
  void timeComesOnlyFromTheInjectedClock() {
    noClasses()
        .that()
        .resideInAPackage("org.winnow..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(ALL);
  }

  @Test
  void entitiesKeepTheirFieldsToThemselves() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .should()
        .bePrivate()
        .allowEmptyShould(true)
        .check(ALL);
  }

  private static String roomOf(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(BASE)) {
      return "";
    }
    String rest = name.substring(BASE.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  private static DescribedPredicate<JavaClass> isPrimitiveOrArray() {
    return new DescribedPredicate<>("are primitive or arrays") {
      @Override
      public boolean test(JavaClass type) {
        return type.isPrimitive() || type.isArray();
      }
    };
  }

  private static DescribedPredicate<JavaClass> notNestedIn(String suffix) {
    return new DescribedPredicate<>("are not nested in a " + suffix) {
      @Override
      public boolean test(JavaClass type) {
        return !type.getName().replaceAll("\\$.*", "").endsWith(suffix);
      }
    };
  }

  private static DescribedPredicate<JavaMethod> areEndpoints() {
    return new DescribedPredicate<>("are endpoints") {
      @Override
      public boolean test(JavaMethod method) {
        return method.isAnnotatedWith(GET.class)
            || method.isAnnotatedWith(PUT.class)
            || method.isAnnotatedWith(POST.class)
            || method.isAnnotatedWith(DELETE.class);
      }
    };
  }

  private static boolean marked(
      JavaMethod method, Class<? extends java.lang.annotation.Annotation> mark) {
    return method.isAnnotatedWith(mark) || method.getOwner().isAnnotatedWith(mark);
  }

  private static ArchCondition<JavaMethod> be(
      String what, java.util.function.Predicate<JavaMethod> test) {
    return new ArchCondition<>("be " + what) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (!test.test(method)) {
          events.add(
              SimpleConditionEvent.violated(method, method.getFullName() + " is not " + what));
        }
      }
    };
  }
}
