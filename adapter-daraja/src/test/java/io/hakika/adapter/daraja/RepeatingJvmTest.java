package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JVM that is told to repeat requests by itself must not make a phone ring twice. */
class RepeatingJvmTest {

  private static final String FLAG = "jdk.httpclient.enableAllMethodRetry";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "true", "false"})
  void a_client_refuses_to_be_built_in_such_a_jvm(String value) {
    System.setProperty(FLAG, value);
    try {
      assertThatThrownBy(() -> DarajaClient.of(DarajaConfig.sandbox(Given.PAYBILL), Given.CLOCK))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(FLAG)
          .hasMessageContaining("start without it");
    } finally {
      System.clearProperty(FLAG);
    }
  }

  @Test
  void even_there_a_request_leaves_once() throws Exception {
    assertThat(postsSeenFrom("ours")).isEqualTo(1);
  }

  @Test
  void the_jdk_alone_sends_it_twice_so_the_test_can_see_a_repeat() throws Exception {
    assertThat(postsSeenFrom("jdk")).isEqualTo(2);
  }

  /** Runs {@link #main} in a JVM with the flag, against a server that drops each connection. */
  private long postsSeenFrom(String sender) throws IOException, InterruptedException {
    try (var server = WireServer.start()) {
      server.answers(Reaction.hangUp());
      var jvm =
          new ProcessBuilder(command(sender, server.url()))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("jvm.txt").toFile())
              .start();
      assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(jvm.exitValue()).isZero();
      return server.posts().size();
    }
  }

  private static List<String> command(String sender, URI url) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-D" + FLAG + "=true",
        "-cp",
        System.getProperty("java.class.path"),
        RepeatingJvmTest.class.getName(),
        sender,
        url.toString());
  }

  /** Posts once, by our connections or by the JDK's alone. */
  public static void main(String[] args) throws InterruptedException {
    var url = URI.create(args[1]);
    if (args[0].equals("ours")) {
      try (var http = new DarajaHttp(Given.PATIENT, Given.CLOCK)) {
        http.send(Call.post(url, "Bearer t", new byte[] {'x'}), Deadline.in(Given.PATIENT));
      }
      return;
    }
    var request = HttpRequest.newBuilder(url).POST(BodyPublishers.ofString("x")).build();
    try {
      HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      // As expected: nobody answers.
    }
  }
}
