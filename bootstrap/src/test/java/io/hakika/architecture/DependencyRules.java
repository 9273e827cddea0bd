package io.hakika.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;

/** Who may know whom. */
final class DependencyRules {

  static final List<Rule> ALL =
      List.of(
          new Rule("the domain knows nothing but itself", DependencyRules::domain),
          new Rule("the application knows the domain and its ports", DependencyRules::application),
          new Rule("adapters do not see each other", DependencyRules::strangers),
          new Rule("adapters see ports, never services", DependencyRules::noServices),
          new Rule("only bootstrap sees the simulator", DependencyRules::simulator),
          new Rule("the simulator shares nothing with the client", DependencyRules::ownWire),
          new Rule("each library is seen by its own module", DependencyRules::libraries),
          new Rule("every library is admitted", DependencyRules::admitted),
          new Rule("packages know each other in one direction", DependencyRules::cycles),
          new Rule("bodies and tables stay in their adapter", DependencyRules::keptInside));

  /** What the domain may use of the JDK: no streams of bytes, no threads, no clocks of its own. */
  private static final String[] PURE = {
    "java.lang",
    "java.time..",
    "java.util",
    "java.util.function",
    "java.util.random",
    "java.util.regex",
    "java.util.stream",
    "java.util.zip",
    "org.jspecify.annotations"
  };

  /**
   * What the application may use besides: threads, and the keyed hash of its tokens (see {@code
   * docs/decisions/0007}). {@code System.Logger} is in {@code java.lang}.
   */
  private static final String[] CONCURRENT_AND_HASHING = {
    "java.nio.charset", "java.security", "java.util.concurrent..", "javax.crypto.."
  };

  private DependencyRules() {}

  private static ArchRule domain(Layout at) {
    return classes()
        .that()
        .resideInAPackage(at.domain())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Layout.and(PURE, at.domain()));
  }

  private static ArchRule application(Layout at) {
    var ours = Layout.and(PURE, at.domain(), at.application());
    return classes()
        .that()
        .resideInAPackage(at.application())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Layout.and(ours, CONCURRENT_AND_HASHING));
  }

  private static ArchRule strangers(Layout at) {
    return CompositeArchRule.of(strange(at.daraja(), at.persistence(), at.http()))
        .and(strange(at.persistence(), at.daraja(), at.http()))
        .and(strange(at.http(), at.daraja(), at.persistence()));
  }

  private static ArchRule strange(String one, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(one)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  private static ArchRule noServices(Layout at) {
    return noClasses()
        .that()
        .resideInAPackage(at.adapters())
        .should()
        .dependOnClassesThat()
        .resideInAPackage(at.services());
  }

  private static ArchRule simulator(Layout at) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(at.simulator(), at.bootstrap())
        .should()
        .dependOnClassesThat()
        .resideInAPackage(at.simulator());
  }

  /** Else a mistake about Daraja's wire would agree with itself. */
  private static ArchRule ownWire(Layout at) {
    return noClasses()
        .that()
        .resideInAPackage(at.simulator())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(at.darajaClient(), at.application(), at.domain());
  }

  private static ArchRule libraries(Layout at) {
    var rules = Libraries.ALL.stream().map(library -> library(at, library)).toList();
    return CompositeArchRule.of(rules);
  }

  private static ArchRule library(Layout at, Libraries.Library library) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(library.usersIn(at))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library.packages())
        .allowEmptyShould(true);
  }

  private static ArchRule admitted(Layout at) {
    return classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Layout.and(Libraries.admitted(), at.everything()));
  }

  private static ArchRule cycles(Layout at) {
    return slices()
        .matching(at.root() + ".(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(resideInAPackage(at.generated()), alwaysTrue());
  }

  private static ArchRule keptInside(Layout at) {
    return CompositeArchRule.of(within(at.bodies(), at.http()))
        .and(within(at.generated(), at.persistence()));
  }

  private static ArchRule within(String inner, String outer) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(outer)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(inner);
  }
}
