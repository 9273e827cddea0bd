package io.hakika.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static io.hakika.architecture.Conditions.be;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** What a port is, and what becomes of it. */
final class PortRules {

  static final List<Rule> ALL =
      List.of(
          new Rule("a port is an interface and nests its words", PortRules::interfaces),
          new Rule("an implementation ends in the name of its port", PortRules::names),
          new Rule("every method of a port is called in production", PortRules::called));

  private PortRules() {}

  /** Whether {@code type} implements a port that the application drives. */
  static boolean implementsPort(JavaClass type, Layout at) {
    return drivenPortsOf(type, at).findAny().isPresent();
  }

  /** The driven ports that {@code type} implements. */
  static Stream<JavaClass> drivenPortsOf(JavaClass type, Layout at) {
    return type.getAllRawInterfaces().stream().filter(port -> isDrivenPort(port, at));
  }

  static boolean isDrivenPort(JavaClass type, Layout at) {
    return type.getPackageName().equals(at.drivenPorts())
        && Conditions.isTopLevel(type)
        && type.isInterface();
  }

  private static ArchRule interfaces(Layout at) {
    return classes()
        .that()
        .resideInAPackage(at.ports())
        .and(describe("are written", Conditions::isWritten))
        .should(be(describe("an interface, or a word nested in one", PortRules::isPortOrWord)));
  }

  private static boolean isPortOrWord(JavaClass type) {
    if (type.isTopLevelClass()) {
      return type.isInterface() && !Conditions.isSealed(type);
    }
    return type.isRecord() || type.isEnum() || type.isInterface() && Conditions.isSealed(type);
  }

  private static ArchRule names(Layout at) {
    return classes()
        .that(describe("implement a driven port", type -> implementsPort(type, at)))
        .should(be(describe("named after its port", type -> isNamedAfterPort(type, at))));
  }

  private static boolean isNamedAfterPort(JavaClass type, Layout at) {
    return drivenPortsOf(type, at)
        .allMatch(port -> type.getSimpleName().endsWith(port.getSimpleName()));
  }

  /** A method that only tests call is a knob for tests. */
  private static ArchRule called(Layout at) {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(at.ports())
        .and()
        .areDeclaredInClassesThat(describe("are ports", PortRules::isPort))
        .and(describe("are not helpers of the port itself", PortRules::isAsked))
        .should(be(describe("called", PortRules::isCalled)));
  }

  private static boolean isPort(JavaClass type) {
    return Conditions.isTopLevel(type) && type.isInterface();
  }

  private static boolean isAsked(JavaMethod method) {
    return !method.getName().startsWith("lambda$");
  }

  private static boolean isCalled(JavaMethod method) {
    return !method.getAccessesToSelf().isEmpty();
  }
}
