package io.hakika.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The classes that the rules look at, imported once. */
final class Code {

  private static final String ROOT = "io.hakika";
  private static final String SEEDED = "io.hakika.architecture.seeded";

  /** Contracts and fakes are tests too, though in a jar of their own they do not look like it. */
  private static final Pattern TEST_JAR = Pattern.compile(".*-tests\\.jar!.*");

  private static final List<String> TESTED =
      List.of(
          "payment-application",
          "adapter-daraja",
          "adapter-persistence-jooq",
          "adapter-http-javalin");

  /** What runs in production, generated classes included. */
  static final Layout MAIN =
      new Layout(
          ROOT,
          new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .withImportOption(Code::isNoTestJar)
              .importPackages(ROOT),
          Code::tests);

  /** The wrong copy of the project. */
  static final Layout WRONG = wrong(new ClassFileImporter().importPackages(SEEDED));

  private Code() {}

  private static Layout wrong(JavaClasses seeded) {
    return new Layout(SEEDED, seeded, () -> seeded);
  }

  /** The test classes of the modules that implement ports, as the build left them. */
  private static JavaClasses tests() {
    return new ClassFileImporter().importPaths(TESTED.stream().map(Code::testClasses).toList());
  }

  static boolean isNoTestJar(Location location) {
    return !location.matches(TEST_JAR);
  }

  private static Path testClasses(String module) {
    var compiled = Path.of("..", module, "target", "test-classes");
    if (!Files.isDirectory(compiled)) {
      throw new AssertionError(
          "the tests of " + module + " are not compiled: run this from the whole build");
    }
    return compiled;
  }
}
