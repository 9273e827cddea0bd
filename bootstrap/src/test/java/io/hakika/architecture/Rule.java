package io.hakika.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * One rule about the shape of the code.
 *
 * @param name the rule as a sentence; what a wrong class in {@code seeded} names
 * @param within the rule for one layout
 */
record Rule(String name, Function<Layout, ArchRule> within) {

  /** Fails, naming the rule and what breaks it, unless the layout keeps to it. */
  void check(Layout layout) {
    within.apply(layout).as(name).check(layout.classes());
  }

  /** What in the layout breaks the rule, one sentence each. */
  List<String> violations(Layout layout) {
    return within.apply(layout).evaluate(layout.classes()).getFailureReport().getDetails();
  }

  @Override
  public String toString() {
    return name;
  }
}
