package io.hakika.journey;

import static org.awaitility.Awaitility.await;

import io.hakika.bootstrap.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A service in a process of its own, so that it can be killed. */
final class ServiceProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final long STOP_SECONDS = 28;

  private final Process process;
  private final List<String> printed = new CopyOnWriteArrayList<>();

  private ServiceProcess(Process process) {
    this.process = process;
    var reader = new Thread(this::read, "service-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Runs a command with that environment and no other. */
  static ServiceProcess run(Map<String, String> environment, String... command) {
    try {
      var line = new ArrayList<String>();
      line.add(ProcessHandle.current().info().command().orElseThrow());
      line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
      line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
      line.addAll(List.of(command));
      var builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new ServiceProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a service and waits until it is ready. */
  static ServiceProcess serve(Map<String, String> environment) {
    var started = run(environment, "serve");
    await("ready").atMost(START).until(() -> started.isReady() || !started.process.isAlive());
    if (!started.isReady()) {
      throw new IllegalStateException(
          "the service did not start: " + String.join("\n", started.printed));
    }
    return started;
  }

  private boolean isReady() {
    return printed.stream().anyMatch(line -> line.startsWith("Hakika is ready"));
  }

  /** What it has printed so far. */
  List<String> printed() {
    return List.copyOf(printed);
  }

  /** Kills it, as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    ended();
  }

  /** Asks it to stop, as a supervisor does. */
  void terminate() {
    process.destroy();
  }

  /** Waits until it has ended, and returns its exit code. */
  int ended() {
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("still running: " + String.join("\n", printed));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(printed::add);
    } catch (IOException | UncheckedIOException e) {
      printed.add("(output ended: " + e.getMessage() + ")");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
