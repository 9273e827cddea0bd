package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of a push when the network fails: not sent where that can be proved, unknown from
 * the moment the request may have left.
 */
class ConnectionTest {

  private static final String HEAD = Reaction.head(200, "Content-Type: application/json\r\n", 300);
  private static final String HALF = "{\"ResponseCode\":\"0\",\"Checkout";

  private WireServer server;

  @BeforeEach
  void start() {
    server = WireServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  // --- before the request leaves ---

  @Test
  void nobody_listens() {
    server.close();

    assertThat(pushTo(server.url(), Given.PATIENT))
        .isInstanceOfSatisfying(
            PushResult.NotSent.class,
            notSent -> {
              assertThat(notSent.reason().value()).contains("the connection was refused");
              assertThat(notSent.throttled()).isFalse();
              assertThat(notSent.retryAfter()).isNull();
            });
  }

  @Test
  void nobody_listens_any_more_once_there_is_a_token() {
    server.answers(Reaction.json(200, "{}"));
    try (var daraja = Given.client(server)) {
      daraja.stkQuery(Given.ID);
      server.close();

      assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.NotSent.class);
    }
    assertThat(server.posts()).hasSize(1);
  }

  @Test
  void the_host_has_no_address() {
    var host = "a".repeat(70) + ".localhost";

    assertThat(pushTo(URI.create("http://" + host), Given.PATIENT))
        .isInstanceOfSatisfying(
            PushResult.NotSent.class,
            notSent -> assertThat(notSent.reason().value()).contains("the host's name is unknown"));
  }

  @Test
  void nobody_takes_the_connection() throws IOException {
    try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var crowd = new Crowd()) {
      // Linux drops further connection requests while the queue of one that never accepts is full.
      assumeThat(crowd.fills(full)).isTrue();
      var url = URI.create("http://127.0.0.1:" + full.getLocalPort());

      assertThat(pushTo(url, Given.BRIEF)).isInstanceOf(PushResult.NotSent.class);
    }
  }

  // --- after it may have left ---

  @Test
  void the_connection_is_dropped_instead_of_an_answer() {
    server.answers(Reaction.hangUp());

    assertThat(pushed()).isInstanceOf(PushResult.Unknown.class);
    assertThat(server.posts()).hasSize(1);
  }

  @Test
  void a_reused_connection_is_dropped_instead_of_an_answer() {
    // The JDK keeps a connection only where the length of the answer was not announced.
    server.answers(Reaction.chunked(Given.text("push/accepted.json")), Reaction.hangUp());
    try (var daraja = Given.client(server)) {
      assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.Accepted.class);

      assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.Unknown.class);
    }
    assertThat(server.posts()).hasSize(2);
    assertThat(server.posts().get(1).connection()).isEqualTo(server.posts().get(0).connection());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 300\r\n\r\n" + HALF,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1d\r\n" + HALF + "\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1dd\r\n" + HALF,
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + HALF,
        "HTTP/1.1 twohundred\r\n\r\n",
        "SSH-2.0-OpenSSH\r\n",
        "\r\n\r\n",
        ""
      })
  void the_answer_is_cut_or_broken(String bytes) {
    server.answers(Reaction.bytes(bytes));

    assertThat(pushed()).isInstanceOf(PushResult.Unknown.class);
    assertThat(server.posts()).hasSize(1);
  }

  @Test
  void what_came_of_a_cut_answer_is_kept() {
    server.answers(Reaction.bytes(HEAD + HALF));

    assertThat(pushed().raw())
        .isEqualTo(new RawAnswer(200, HALF.getBytes(Reaction.UTF_8), Given.NIGHT));
  }

  @Test
  void an_answer_that_ends_with_its_connection_is_whole() {
    var answer = Given.text("push/accepted.json");
    server.answers(Reaction.bytes("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + answer));

    assertThat(pushed()).isInstanceOf(PushResult.Accepted.class);
  }

  // --- the deadline ---

  @Test
  void no_answer_begins() {
    server.answers(Reaction.stallAfter(""));

    assertThat(inTime(Given::brief)).isInstanceOf(PushResult.Unknown.class);
  }

  @Test
  void the_headers_come_a_byte_at_a_time() {
    server.answers(Reaction.dribble(HEAD));

    assertThat(inTime(Given::brief)).isInstanceOf(PushResult.Unknown.class);
  }

  @Test
  void the_body_stalls() {
    server.answers(Reaction.stallAfter(HEAD + HALF));

    var result = inTime(Given::brief);

    assertThat(result).isInstanceOf(PushResult.Unknown.class);
    assertThat(result.raw().status()).isEqualTo(200);
    assertThat(result.raw().body()).asString().isEqualTo(HALF);
  }

  @Test
  void the_body_comes_a_byte_at_a_time() {
    var slow = Given.text("push/accepted.json");
    server.answers(
        (request, line) -> {
          line.write(Reaction.head(200, "", slow.length()));
          return Reaction.dribble(slow).to(request, line);
        });

    assertThat(inTime(Given::brief)).isInstanceOf(PushResult.Unknown.class);
  }

  @Test
  void the_token_takes_all_the_time() {
    server.answersTokenRequests(Reaction.stallAfter(HEAD));
    server.answers(Reaction.json(200, Given.text("push/accepted.json")));

    assertThat(inTime(Given::brief)).isInstanceOf(PushResult.NotSent.class);
    assertThat(server.posts()).isEmpty();
  }

  @Test
  void a_stalled_connection_is_given_back() {
    server.answers(Reaction.stallAfter(HEAD + HALF));
    try (var daraja = Given.brief(server)) {
      daraja.stkPush(Given.push());

      await().atMost(Given.PATIENT).until(server::abandonedAll);
    }
  }

  @Test
  void an_interrupt_does_not_cut_a_push_short() throws InterruptedException {
    var opened = new CountDownLatch(1);
    server.answers(Reaction.json(200, Given.text("push/accepted.json")).once(opened));
    var result = new AtomicReference<PushResult>();
    var stillInterrupted = new AtomicReference<Boolean>();
    try (var daraja = Given.client(server)) {
      var caller =
          new Thread(
              () -> {
                result.set(daraja.stkPush(Given.push()));
                stillInterrupted.set(Thread.currentThread().isInterrupted());
              });
      caller.start();
      await().atMost(Given.PATIENT).until(() -> server.posts().size() == 1);
      caller.interrupt();
      opened.countDown();
      caller.join(Given.PATIENT.toMillis());
    }
    assertThat(result.get()).isInstanceOf(PushResult.Accepted.class);
    assertThat(stillInterrupted.get()).isTrue();
  }

  private PushResult pushed() {
    return pushTo(server.url(), Given.PATIENT);
  }

  private static PushResult pushTo(URI url, Duration timeout) {
    var config = DarajaConfig.sandbox(Given.PAYBILL).withBaseUrl(url).withTimeout(timeout);
    try (var daraja = DarajaClient.of(config, Given.CLOCK)) {
      return daraja.stkPush(Given.push());
    }
  }

  /** A push that has to give up after 300 ms; far sooner than ten seconds, on any machine. */
  private PushResult inTime(Function<WireServer, DarajaClient> client) {
    try (var daraja = client.apply(server)) {
      var begun = System.nanoTime();
      var result = daraja.stkPush(Given.push());
      var took = Duration.ofNanos(System.nanoTime() - begun);
      assertThat(took).isBetween(Given.BRIEF.minusMillis(5), Duration.ofSeconds(5));
      return result;
    }
  }

  /** Connections that nobody takes. */
  private static final class Crowd implements AutoCloseable {

    private static final int ENOUGH = 20;

    private final ArrayList<Socket> waiting = new ArrayList<>();

    boolean fills(ServerSocket full) throws IOException {
      for (var i = 0; i < ENOUGH; i++) {
        var socket = new Socket();
        waiting.add(socket);
        try {
          socket.connect(new InetSocketAddress("127.0.0.1", full.getLocalPort()), 200);
        } catch (IOException e) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void close() throws IOException {
      for (var socket : waiting) {
        socket.close();
      }
    }
  }
}
