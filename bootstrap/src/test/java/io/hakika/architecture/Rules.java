package io.hakika.architecture;

import java.util.List;
import java.util.stream.Stream;

/** Every rule there is. */
final class Rules {

  static final List<Rule> ALL =
      Stream.of(
              DependencyRules.ALL,
              PurityRules.ALL,
              ShapeRules.ALL,
              PortRules.ALL,
              ContractRules.ALL)
          .flatMap(List::stream)
          .toList();

  private Rules() {}
}
