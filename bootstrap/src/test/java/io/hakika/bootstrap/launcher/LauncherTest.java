package io.hakika.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real launcher in a small copy of the project, with a Maven that only says it ran. */
class LauncherTest {

  private static final Path LAUNCHER = Path.of("..", "hakika");

  @TempDir private Path folder;
  private Path home;
  private Path jar;
  private Path source;

  @BeforeEach
  void copy_the_project() throws IOException {
    home = Files.createDirectories(folder.resolve("a project"));
    jar = home.resolve("bootstrap/target/hakika.jar");
    source = home.resolve("bootstrap/src/main/Source.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "source");
    Files.writeString(home.resolve("pom.xml"), "pom");
    Files.writeString(home.resolve("bootstrap/pom.xml"), "pom");
    executable(home.resolve("hakika"), Files.readString(LAUNCHER));
    writeJar(folder.resolve("built.jar"));
    executable(
        folder.resolve("bin/mvn"),
        """
        #!/bin/sh
        echo "maven ran: $*"
        [ "$FAIL" = 1 ] && exit 1
        for arg; do case $arg in -Dhakika.jar=*) cp "%s" "${arg#*=}";; esac; done
        """
            .formatted(folder.resolve("built.jar")));
  }

  @Test
  void a_missing_jar_is_built_and_then_run() throws Exception {
    var ran = run(home.resolve("hakika"), "some thing", "0");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo("called with [some thing, 0]\n");
    assertThat(ran.err()).contains("maven ran: ", "-DskipTests", "package");
    assertThat(jar).exists();
    assertThat(jar.getParent()).isDirectoryNotContaining("glob:**.began");
  }

  @Test
  void a_jar_that_is_newer_than_every_source_is_run_as_it_is() throws Exception {
    build();

    assertThat(run(home.resolve("hakika"), "0").err()).isEmpty();
  }

  @Test
  void a_jar_that_is_older_than_a_source_is_built_again() throws Exception {
    build();
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(run(home.resolve("hakika"), "0").err()).contains("maven ran");
  }

  @Test
  void exit_codes_are_passed_on() throws Exception {
    build();

    assertThat(run(home.resolve("hakika"), "7").code()).isEqualTo(7);
  }

  @Test
  void it_works_through_links_from_anywhere() throws Exception {
    build();
    var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a project", "hakika"));
    var second = Files.createSymbolicLink(folder.resolve("second"), link);

    assertThat(run(second, "0").out()).isEqualTo("called with [0]\n");
  }

  @Test
  void it_can_be_told_never_to_build() throws Exception {
    var ran = run(List.of("HAKIKA_NO_BUILD=1"), home.resolve("hakika"), "0");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err().lines()).singleElement().asString().contains("HAKIKA_NO_BUILD");
  }

  @Test
  void a_build_that_fails_leaves_the_old_jar_and_runs_nothing() throws Exception {
    build();
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

    var ran = run(List.of("FAIL=1"), home.resolve("hakika"), "0");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(jar).exists();
  }

  private void build() throws IOException {
    Files.createDirectories(jar.getParent());
    writeJar(jar);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(5)));
  }

  private Ran run(Path command, String... arguments) throws Exception {
    return run(List.of(), command, arguments);
  }

  private Ran run(List<String> settings, Path command, String... arguments) throws Exception {
    var line = new ArrayList<>(List.of("env"));
    line.addAll(settings);
    line.add(command.toString());
    line.addAll(List.of(arguments));
    var out = folder.resolve("out");
    var err = folder.resolve("err");
    var builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().remove("HAKIKA_NO_BUILD");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
    var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    return new Ran(process.waitFor(), Files.readString(out), Files.readString(err));
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void writeJar(Path file) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Name.MAIN_CLASS, EchoProgram.class.getName());
    var entry = EchoProgram.class.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(file), manifest);
        var in = EchoProgram.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new JarEntry(entry));
      in.transferTo(out);
    }
  }

  private record Ran(int code, String out, String err) {}
}
