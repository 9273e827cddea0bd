package io.hakika.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds what breaks it; a rule that finds nothing would be green for ever. */
class RulesBiteTest {

  static List<Rule> rules() {
    return Rules.ALL;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void the_rule_finds_every_class_that_breaks_it(Rule rule) {
    var culprits = culprits(rule.name());
    assertThat(culprits).as("classes that break the rule").isNotEmpty();

    var found = String.join("\n", rule.violations(Code.WRONG));

    assertThat(culprits)
        .allSatisfy(name -> assertThat(found).containsPattern("[.$]" + name + "\\b"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void what_the_rule_finds_names_the_rule(Rule rule) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> rule.check(Code.WRONG))
        .withMessageContaining(rule.name());
  }

  @Test
  void every_wrong_class_breaks_a_rule_that_exists() {
    var names = Rules.ALL.stream().map(Rule::name).toList();

    assertThat(
            Code.WRONG.classes().stream().filter(RulesBiteTest::isWrong).map(RulesBiteTest::rule))
        .isNotEmpty()
        .isSubsetOf(names);
  }

  @Test
  void a_rule_about_a_package_where_nobody_lives_fails() {
    var elsewhere = new Layout("io.hakika.elsewhere", Code.MAIN.classes(), Code.MAIN.tests());

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(elsewhere::domain)
        .withMessageContaining("no imported class lives in io.hakika.elsewhere.domain");
  }

  @Test
  void tests_are_not_taken_for_production() {
    assertThat(Code.MAIN.classes().stream().map(JavaClass::getPackageName).distinct())
        .contains("io.hakika.domain", "io.hakika.bootstrap", "io.hakika.adapter.http.javalin")
        .doesNotContain("io.hakika.application.contract", "io.hakika.application.fake")
        .noneMatch(name -> name.startsWith("io.hakika.architecture"));
  }

  @Test
  void a_jar_of_tests_is_left_out_and_a_jar_of_ours_is_not() {
    var jar = "jar:file:/x/hakika-payment-application-0.1.0%s.jar!/io/hakika/";

    assertThat(Code.isNoTestJar(Location.of(URI.create(jar.formatted("-tests"))))).isFalse();
    assertThat(Code.isNoTestJar(Location.of(URI.create(jar.formatted(""))))).isTrue();
  }

  @Test
  void no_library_is_admitted_that_nobody_uses() {
    assertThat(Libraries.ALL)
        .allSatisfy(
            library ->
                assertThat(Code.MAIN.classes().stream().flatMap(RulesBiteTest::packagesKnown))
                    .as(library.packages())
                    .anyMatch(PackageMatcher.of(library.packages())::matches));
  }

  @Test
  void nothing_is_offered_that_does_not_exist() {
    assertThat(Code.MAIN.classes().stream().map(JavaClass::getSimpleName).distinct())
        .containsAll(ShapeRules.OFFERED);
  }

  private static Stream<String> packagesKnown(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getPackageName())
        .distinct();
  }

  private static List<String> culprits(String rule) {
    return Code.WRONG.classes().stream()
        .filter(RulesBiteTest::isWrong)
        .filter(type -> rule(type).equals(rule))
        .map(JavaClass::getSimpleName)
        .toList();
  }

  private static boolean isWrong(JavaClass type) {
    return type.isAnnotatedWith(Breaks.class);
  }

  private static String rule(JavaClass type) {
    return type.getAnnotationOfType(Breaks.class).value();
  }
}
