package io.hakika.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static io.hakika.architecture.Conditions.be;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What nobody may do, or hold. */
final class PurityRules {

  static final List<Rule> ALL =
      List.of(
          new Rule("time and chance are parameters of the core", PurityRules::givenTime),
          new Rule("money is neither a fraction nor a bare number", PurityRules::money),
          new Rule("nothing static can change", PurityRules::constants),
          new Rule("only the command line writes to a terminal", PurityRules::streams));

  /**
   * How long a thread waits for another is nobody's business time: {@code nanoTime} is left out.
   */
  private static final Set<String> CLOCKS_AND_DICE =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current");

  private static final Set<String> FRACTIONS =
      Set.of(
          "float",
          "double",
          "java.lang.Float",
          "java.lang.Double",
          "java.math.BigDecimal",
          "java.math.BigInteger");

  private static final List<String> MONEY = List.of("amount", "shilling", "money", "price", "kes");

  private PurityRules() {}

  private static ArchRule givenTime(Layout at) {
    return noClasses()
        .that()
        .resideInAnyPackage(at.domain(), at.application())
        .should()
        .accessTargetWhere(describe("it tells the time or rolls dice", PurityRules::tellsTime));
  }

  private static boolean tellsTime(JavaAccess<?> access) {
    var target = access.getTarget();
    var owner = target.getOwner().getName();
    var now = owner.startsWith("java.time.") && target.getFullName().endsWith(".now()");
    return now || CLOCKS_AND_DICE.contains(owner + "." + target.getName());
  }

  /**
   * In the core nothing at all; in the adapters nothing that is named like money. The simulator
   * plays Daraja, which writes {@code 10.00}.
   */
  private static ArchRule money(Layout at) {
    var core = new String[] {at.domain(), at.application()};
    var wrongField = describe("is a fraction", (JavaField f) -> isFraction(f.getRawType()));
    var wrongUnit = describe("handles a fraction", PurityRules::handlesFraction);
    return CompositeArchRule.of(
            noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(core)
                .should(be(wrongField)))
        .and(
            noCodeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(core)
                .should(be(wrongUnit)))
        .and(
            noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(at.simulator())
                .and(namedLikeMoney())
                .should(be(wrongField)))
        .and(
            noCodeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(at.simulator())
                .and(namedLikeMoney())
                .should(be(wrongUnit)));
  }

  private static boolean handlesFraction(JavaCodeUnit unit) {
    return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
        .anyMatch(PurityRules::isFraction);
  }

  private static boolean isFraction(JavaClass type) {
    return FRACTIONS.contains(type.getName());
  }

  private static DescribedPredicate<JavaMember> namedLikeMoney() {
    return describe("are named like money", member -> isMoney(member.getName()));
  }

  private static boolean isMoney(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return MONEY.stream().anyMatch(lower::contains);
  }

  private static ArchRule constants(Layout at) {
    return noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(at.generated())
        .and()
        .haveModifier(STATIC)
        .and()
        .doNotHaveModifier(SYNTHETIC)
        .should(be(describe("mutable", PurityRules::isMutable)));
  }

  private static boolean isMutable(JavaField field) {
    var type = field.getRawType();
    return !field.getModifiers().contains(FINAL)
        || type.getName().startsWith("java.util.concurrent.")
        || type.getName().equals("java.lang.ThreadLocal")
        || type.getName().equals("java.lang.StringBuilder");
  }

  private static ArchRule streams(Layout at) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(at.commandLine())
        .should()
        .accessTargetWhere(describe("it is a standard stream", PurityRules::isStream));
  }

  private static boolean isStream(JavaAccess<?> access) {
    var target = access.getTarget();
    var stream = Set.of("out", "err", "in").contains(target.getName());
    return target.getOwner().getName().equals("java.lang.System") && stream
        || target.getName().equals("printStackTrace");
  }
}
