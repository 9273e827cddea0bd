package io.hakika.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.hakika.architecture.Conditions.be;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** That whatever implements a port was held to its contract. */
final class ContractRules {

  static final List<Rule> ALL =
      List.of(
          new Rule("every driven port has a contract", ContractRules::contracts),
          new Rule("every implementation passes its contract", ContractRules::kept));

  private ContractRules() {}

  private static ArchRule contracts(Layout at) {
    var tests = at.tests().get();
    return classes()
        .that(describe("are driven ports", type -> PortRules.isDrivenPort(type, at)))
        .should(be(describe("under contract", port -> contract(port, tests).isPresent())));
  }

  private static Optional<JavaClass> contract(JavaClass port, JavaClasses tests) {
    var name = port.getSimpleName() + "Contract";
    return tests.stream()
        .filter(test -> test.isInterface() && test.getSimpleName().equals(name))
        .findAny();
  }

  private static ArchRule kept(Layout at) {
    var tests = at.tests().get();
    return classes()
        .that(describe("implement a driven port", type -> PortRules.implementsPort(type, at)))
        .should(be(describe("held to its contract", type -> isHeld(type, at, tests))));
  }

  private static boolean isHeld(JavaClass type, Layout at, JavaClasses tests) {
    return PortRules.drivenPortsOf(type, at)
        .allMatch(port -> contract(port, tests).filter(it -> passes(type, it, tests)).isPresent());
  }

  private static boolean passes(JavaClass type, JavaClass contract, JavaClasses tests) {
    return tests.stream()
        .filter(test -> !test.isInterface() && test.isAssignableTo(contract.getName()))
        .anyMatch(test -> reaches(test, type, tests));
  }

  /** Whether the test makes the implementation, itself or through helpers beside it. */
  private static boolean reaches(JavaClass test, JavaClass type, JavaClasses tests) {
    Set<JavaClass> seen = new HashSet<>();
    var open = new ArrayDeque<JavaClass>(List.of(test));
    while (!open.isEmpty()) {
      var next = open.remove();
      if (next.getName().equals(type.getName())) {
        return true;
      }
      if (seen.add(next) && tests.contain(next.getName())) {
        neighbours(next).filter(beside -> isBeside(beside, test, type)).forEach(open::add);
      }
    }
    return false;
  }

  private static Stream<JavaClass> neighbours(JavaClass test) {
    var used = test.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass);
    return Stream.concat(used, test.getEnclosingClass().stream());
  }

  private static boolean isBeside(JavaClass other, JavaClass test, JavaClass type) {
    return other.getPackageName().equals(test.getPackageName())
        || other.getName().equals(type.getName());
  }
}
