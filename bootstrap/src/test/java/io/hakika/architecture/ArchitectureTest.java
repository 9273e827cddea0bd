package io.hakika.architecture;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project keeps to every rule. */
class ArchitectureTest {

  static List<Rule> rules() {
    return Rules.ALL;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void the_project_keeps_to_the_rule(Rule rule) {
    rule.check(Code.MAIN);
  }
}
