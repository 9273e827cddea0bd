package io.hakika.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What the rules have in common beyond what ArchUnit brings. */
final class Conditions {

  private Conditions() {}

  /** That the predicate holds, each thing by its own name. */
  static <T extends HasDescription> ArchCondition<T> be(DescribedPredicate<? super T> predicate) {
    return new ArchCondition<>(predicate.getDescription()) {
      @Override
      public void check(T item, ConditionEvents events) {
        var holds = predicate.test(item);
        events.add(
            new SimpleConditionEvent(
                item,
                holds,
                item.getDescription() + (holds ? " is " : " is not ") + getDescription()));
      }
    };
  }

  /** Whether the source writes this type as one of its own, at the top of a file or in another. */
  static boolean isWritten(JavaClass type) {
    return !type.isAnonymousClass()
        && !type.isLocalClass()
        && !type.getSimpleName().equals("package-info");
  }

  static boolean isTopLevel(JavaClass type) {
    return type.isTopLevelClass() && isWritten(type);
  }

  /** ArchUnit does not know what sealed is, the JDK does. */
  static boolean isSealed(JavaClass type) {
    return type.reflect().isSealed();
  }
}
