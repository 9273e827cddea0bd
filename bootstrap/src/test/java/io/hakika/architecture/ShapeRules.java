package io.hakika.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.hakika.architecture.Conditions.be;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** What kinds of types there are, and who may make or see them. */
final class ShapeRules {

  static final List<Rule> ALL =
      List.of(
          new Rule("states are made by the domain and the row mapper", ShapeRules::states),
          new Rule("an adapter shows what it offers and no more", ShapeRules::offered),
          new Rule("classes are final or sealed", ShapeRules::closedClasses),
          new Rule("families of the domain are sealed", ShapeRules::sealedFamilies),
          new Rule("nothing in production is for tests", ShapeRules::noTestWords));

  /** What the adapters offer besides the implementations of ports: configuration and installers. */
  static final Set<String> OFFERED =
      Set.of(
          // Daraja, usable alone
          "DarajaClient",
          "DarajaConfig",
          "DarajaCredentials",
          "DarajaEnvironment",
          "CallbackUrls",
          "StkPush",
          "PushResult",
          "QueryResult",
          "ParsedCallback",
          "RawAnswer",
          "ResultCode",
          "ResultCodes",
          // the simulator, for tests of any host
          "DarajaSimulator",
          "SimulatorOptions",
          "Answer",
          "Customer",
          "Delays",
          "HeldPush",
          "HeldQuery",
          "Hold",
          "Ledger",
          "Merchant",
          "Phone",
          "Prompt",
          "PushRequest",
          "Quirk",
          "Reach",
          // persistence
          "Database",
          "DatabaseSettings",
          "Durability",
          "H2Url",
          "JooqSettings",
          "Schema",
          // HTTP
          "AllowedIps",
          "ApiKey",
          "ApiKeys",
          "ApiRate",
          "Health",
          "HttpConfig",
          "Network",
          "Networks",
          "PaymentHttp",
          "Ports",
          "Scope");

  private static final List<String> TEST_WORDS =
      List.of("Test", "Fake", "Stub", "Mock", "InMemory");

  /** The one class outside the domain that may make a state: it reads rows. */
  private static final String ROW_MAPPER = "PaymentReader";

  private ShapeRules() {}

  private static ArchRule states(Layout at) {
    var payment = at.type("domain.Payment");
    return noClasses()
        .that()
        .resideOutsideOfPackage(at.domain())
        .and(describe("do not map rows", type -> !mapsRows(type, at)))
        .should()
        .accessTargetWhere(
            describe(
                "it makes a state",
                access ->
                    access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                        && access.getTargetOwner().isAssignableTo(payment.getName())));
  }

  private static boolean mapsRows(JavaClass type, Layout at) {
    return type.getSimpleName().equals(ROW_MAPPER)
        && (type.getPackageName() + "..").equals(at.persistence());
  }

  /** Bodies and tables are public for the package above them; another rule keeps them inside. */
  private static ArchRule offered(Layout at) {
    return classes()
        .that()
        .resideInAPackage(at.adapters())
        .and()
        .resideOutsideOfPackages(at.bodies(), at.generated())
        .and(describe("are top-level", Conditions::isTopLevel))
        .and()
        .arePublic()
        .should(be(describe("offered", type -> isOffered(type, at))));
  }

  private static boolean isOffered(JavaClass type, Layout at) {
    return OFFERED.contains(type.getSimpleName()) || PortRules.implementsPort(type, at);
  }

  private static ArchRule closedClasses(Layout at) {
    return classes()
        .that()
        .resideOutsideOfPackage(at.generated())
        .and(describe("are classes of their own", ShapeRules::isConcrete))
        .should(be(describe("final or sealed", ShapeRules::isClosed)));
  }

  private static boolean isClosed(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.FINAL) || Conditions.isSealed(type);
  }

  private static boolean isConcrete(JavaClass type) {
    return Conditions.isWritten(type)
        && !type.isInterface()
        && !type.isEnum()
        && !type.getModifiers().contains(JavaModifier.ABSTRACT);
  }

  private static ArchRule sealedFamilies(Layout at) {
    return classes()
        .that()
        .resideInAPackage(at.domain())
        .and()
        .areInterfaces()
        .and(describe("have several kinds in the domain", type -> kinds(type, at) > 1))
        .should(be(describe("sealed", Conditions::isSealed)));
  }

  private static long kinds(JavaClass type, Layout at) {
    var domain = at.domain().replace("..", "");
    return type.getSubclasses().stream()
        .filter(kind -> kind.getPackageName().startsWith(domain))
        .count();
  }

  private static ArchRule noTestWords(Layout at) {
    return noClasses().should(be(describe("named for tests", ShapeRules::isNamedForTests)));
  }

  private static boolean isNamedForTests(JavaClass type) {
    return TEST_WORDS.stream().anyMatch(type.getSimpleName()::contains);
  }
}
