package org.fxd.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layers of docs/architecture.md, held. */
class ArchitectureTest {
  private static final JavaClasses FXD =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.fxd");

  /** Which APIs an API may know. */
  private static final Map<String, Set<String>> API_LAYERS =
      Map.of(
          "graph.api", Set.of(),
          "store.api", Set.of("graph.api"),
          "source.api", Set.of("graph.api"),
          "history.api", Set.of("graph.api"),
          "merge.api", Set.of("graph.api", "history.api"),
          "git.api", Set.of("graph.api"),
          "plugin.api", Set.of("graph.api", "source.api", "history.api"),
          // Whoever sends commands to another process loads nothing but this.
          "shell.api", Set.of());

  /** Bundles that hold behaviour: none of them may know another. */
  private static final List<String> PROVIDERS =
      List.of(
          "graph.core",
          "store.memory",
          "store.sqlite",
          "store.v1",
          "source.core",
          "source.treesitter",
          "history.core",
          "merge.core",
          "git.jgit",
          "plugin.host",
          "shell");

  /** In which bundles a third party's packages may be named. */
  private static final Map<String, Set<String>> THIRD_PARTIES =
      Map.of(
          "org.sqlite", Set.of("store.sqlite", "store.v1"),
          "com.github.luben", Set.of("store.sqlite"),
          "org.treesitter", Set.of("source.treesitter"),
          "org.eclipse.jgit", Set.of("git.jgit", "source.core", "merge.core"),
          "org.jline", Set.of("shell"),
          "com.fasterxml.jackson", Set.of("graph.core", "shell"),
          "picocli", Set.of("shell"),
          "org.apache.felix", Set.of("shell", "runtime"));

  static List<String> apis() {
    return API_LAYERS.keySet().stream().sorted().toList();
  }

  static List<String> providers() {
    return PROVIDERS;
  }

  static List<String> thirdParties() {
    return THIRD_PARTIES.keySet().stream().sorted().toList();
  }

  @Test
  void everyRoomIsLookedAt() {
    for (String room : providers()) {
      assertHasClasses(room);
    }
    for (String room : apis()) {
      assertHasClasses(room);
    }
  }

  private static void assertHasClasses(String room) {
    assertTrue(
        FXD.stream().anyMatch(resideInAPackage("org.fxd." + room + "..")),
        "no class of org.fxd." + room + " was found");
  }

  @ParameterizedTest
  @MethodSource("apis")
  void apisImportOnlyApisBelowThem(String api) {
    List<String> allowed =
        new ArrayList<>(List.of("java..", "org.osgi.annotation..", "org.fxd." + api + ".."));
    API_LAYERS.get(api).forEach(below -> allowed.add("org.fxd." + below + ".."));
    DescribedPredicate<JavaClass> inside = resideInAnyPackage(allowed.toArray(String[]::new));
    classes()
        .that()
        .resideInAPackage("org.fxd." + api + "..")
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are in " + allowed,
                type -> {
                  JavaClass element = type.getBaseComponentType();
                  return element.isPrimitive() || inside.test(element);
                }))
        .check(FXD);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void providersNeverKnowEachOther(String provider) {
    String[] others =
        PROVIDERS.stream()
            .filter(other -> !other.equals(provider))
            .map(other -> "org.fxd." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("org.fxd." + provider + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("org.fxd.runtime..")
        .check(FXD);
  }

  @ParameterizedTest
  @MethodSource("thirdParties")
  void thirdPartiesAreNamedWhereTheyBelong(String thirdParty) {
    Set<String> rooms = THIRD_PARTIES.get(thirdParty);
    noClasses()
        .that(
            resideInAPackage("org.fxd..")
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(
                            rooms.stream()
                                .map(room -> "org.fxd." + room + "..")
                                .toArray(String[]::new)))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(thirdParty + "..")
        .check(FXD);
  }

  @Test
  void samplesUseApisOnly() {
    noClasses()
        .that()
        .resideInAPackage("org.fxd.sample..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.fxd..")
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage("org.fxd.sample..", "org.fxd.*.api.."))))
        .check(FXD);
  }

  @Test
  void namesSayWhatThingsAre() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .check(FXD);
  }

  @Test
  void onlyTheLauncherTouchesTheProcess() {
    ArchRule exit =
        noClasses()
            .that()
            .resideOutsideOfPackage("org.fxd.runtime..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);
    exit.check(FXD);
    ArchRule streams = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
    streams.check(FXD.that(DescribedPredicate.not(resideInAPackage("org.fxd.runtime.."))));
  }

  @Test
  void loggingGoesThroughSlf4j() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.fxd.runtime..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .check(FXD);
  }

  @Test
  void exportedPackagesAreVersioned() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .and()
        .resideInAPackage("org.fxd.*.api..")
        .should()
        .beAnnotatedWith("org.osgi.annotation.versioning.Version")
        .andShould()
        .beAnnotatedWith("org.osgi.annotation.bundle.Export")
        .check(FXD);
    noClasses()
        .that()
        .haveSimpleName("package-info")
        .and()
        .resideInAnyPackage(
            PROVIDERS.stream()
                .filter(provider -> !provider.equals("shell"))
                .map(provider -> "org.fxd." + provider + "..")
                .toArray(String[]::new))
        .should()
        .beAnnotatedWith("org.osgi.annotation.bundle.Export")
        .check(FXD);
  }

  @Test
  void everyPackageSaysWhatItIs() {
    Set<String> described =
        FXD.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    List<String> silent =
        FXD.stream()
            .map(JavaClass::getPackageName)
            .distinct()
            .filter(name -> name.matches("org\\.fxd\\.[a-z]+\\.api(\\..*)?"))
            .filter(name -> !described.contains(name))
            .sorted()
            .toList();
    assertTrue(silent.isEmpty(), () -> "packages without a package-info: " + silent);
  }
}
