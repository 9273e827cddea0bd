package io.hakika.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where things are, below one root: the project itself, or the wrong copy of it that the rules are
 * tried on.
 *
 * <p>ArchUnit says nothing when a rule names a package that does not exist, and such a rule forbids
 * nothing for ever after. So no rule names a package but through here, where somebody must live.
 */
record Layout(String root, JavaClasses classes, Supplier<JavaClasses> tests) {

  /** The domain and what is below it. */
  String domain() {
    return below("domain");
  }

  /** The use cases and their ports. */
  String application() {
    return below("application");
  }

  /** The use cases without their ports. */
  String services() {
    return exactly("application");
  }

  String ports() {
    return below("application.port");
  }

  String drivenPorts() {
    return exactly("application.port.driven");
  }

  String adapters() {
    return below("adapter");
  }

  String daraja() {
    return below("adapter.daraja");
  }

  /** The client of Daraja, without the simulator. */
  String darajaClient() {
    return exactly("adapter.daraja");
  }

  String simulator() {
    return below("adapter.daraja.simulator");
  }

  String persistence() {
    return below("adapter.persistence.jooq");
  }

  /** What jOOQ generates from the migrations. */
  String generated() {
    return below("adapter.persistence.jooq.schema");
  }

  String http() {
    return below("adapter.http.javalin");
  }

  /** What HTTP's JSON looks like. */
  String bodies() {
    return below("adapter.http.javalin.body");
  }

  String bootstrap() {
    return below("bootstrap");
  }

  /** What talks to a person at a terminal. */
  String[] commandLine() {
    return new String[] {below("bootstrap.cli"), below("bootstrap.demo")};
  }

  /** The type of that name, which must exist. */
  JavaClass type(String name) {
    return classes.get(root + "." + name);
  }

  /** Everything of ours. */
  String everything() {
    return root + "..";
  }

  /** These packages and those. */
  static String[] and(String[] some, String... others) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(others)).toArray(String[]::new);
  }

  private String below(String name) {
    return inhabited(root + "." + name) + "..";
  }

  private String exactly(String name) {
    return inhabited(root + "." + name);
  }

  private String inhabited(String name) {
    var found =
        classes.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .anyMatch(there -> there.equals(name) || there.startsWith(name + "."));
    if (!found) {
      throw new AssertionError(
          "no imported class lives in " + name + ": a rule about it would forbid nothing");
    }
    return name;
  }
}
