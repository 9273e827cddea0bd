package io.hakika.adapter.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driving.ReceiveCallback.Answer;
import io.hakika.application.port.driving.StartCheckout.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers write on sockets: each gets a problem of JSON, and never a 5xx. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileWireTest {

  private static final String TOKEN = "0".repeat(48);
  private static final String CHECKOUT =
      "POST /v1/payments HTTP/1.1\nHost: h\nAuthorization: Bearer hk_till\n"
          + "Content-Type: application/json\n";
  private static final String CALLBACK = "POST /callbacks/stk/" + TOKEN + " HTTP/1.1\nHost: h\n";

  private Shop shop;

  @BeforeAll
  void open() {
    shop = Shop.open();
    when(shop.callbacks.recognises(TOKEN)).thenReturn(true);
    when(shop.callbacks.receive(any())).thenReturn(Answer.ACCEPTED);
    when(shop.checkout.start(any()))
        .thenReturn(
            new Result.Started(new Details(PaymentFixture.aPayment().submitted(), 2, null, null)));
  }

  @AfterAll
  void close() {
    verifyNoInteractions(shop.payments, shop.recovery, shop.reviews);
    shop.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | GET /%zz HTTP/1.1~Host: h~~",
        "400 | GET /v1/payments/%ff HTTP/1.1~Host: h~~",
        "400 | GET /v1/payments/%00 HTTP/1.1~Host: h~~",
        "400 | GET /v1/payments/a%2Fb HTTP/1.1~Host: h~~",
        "400 | GET /v1/%2e%2e/payments HTTP/1.1~Host: h~~",
        "400 | GET //v1/payments HTTP/1.1~Host: h~~",
        "404 | GET /v1/payments/ HTTP/1.1~Host: h~~",
        "404 | GET /V1/payments HTTP/1.1~Host: h~~",
        "404 | GET / HTTP/1.1~Host: h~~",
        "404 | GET /metrics HTTP/1.1~Host: h~~",
        "404 | OPTIONS * HTTP/1.1~Host: h~~",
        "404 | CONNECT h:80 HTTP/1.1~Host: h:80~~",
        "404 | TRACE / HTTP/1.1~Host: h~~",
        "405 | TRACE /v1/payments HTTP/1.1~Host: h~~",
        "405 | BREW /v1/payments HTTP/1.1~Host: h~~",
        "405 | DELETE /v1/payments/pay_1 HTTP/1.1~Host: h~~",
        "405 | PUT /health/live HTTP/1.1~Host: h~Content-Length: 0~~",
        "400 | GET /health/live HTTP/9.9~Host: h~~",
        "400 | GET /health/live HTTP/1.1~~",
        "400 | GET /health/live HTTP/1.1~Host: a b~~",
        "400 | GET /health/live HTTP/1.1~Host: h~Bad Name: x~~",
        "400 | GET /health/live HTTP/1.1~Host: h~No-Colon~~",
        "400 | GET http://h:port/ HTTP/1.1~Host: h~~",
        "400 | hello~~",
        "400 | POST /v1/payments HTTP/1.1~Host: h~Content-Length: five~~",
        "400 | POST /v1/payments HTTP/1.1~Host: h~Content-Length: -1~~",
        "400 | POST /v1/payments HTTP/1.1~Host: h~Content-Length: 99999999999999999999~~",
        "400 | POST /v1/payments HTTP/1.1~Host: h~Content-Length: 1~Content-Length: 2~~ab",
        "400 | POST /v1/payments HTTP/1.1~Host: h~Content-Length: 1~"
            + "Transfer-Encoding: chunked~~0~~",
        "400 | POST /v1/payments HTTP/1.1~Host: h~Transfer-Encoding: gzip~~",
        "417 | POST /v1/payments HTTP/1.1~Host: h~Expect: miracles~Content-Length: 0~~"
      })
  void a_broken_request_is_a_problem_of_its_own(int status, String request) throws IOException {
    try (var wire = shop.wire()) {
      var answer = wire.send(request.strip().replace('~', '\n')).answer();
      assertThat(answer.status()).isEqualTo(status);
      isAProblem(answer);
    }
  }

  private static void isAProblem(Response answer) {
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.headers()).doesNotContainKey("server");
    var problem = answer.json();
    assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
    assertThat(problem.path("type").asString()).isEqualTo("urn:hakika:problem:" + answer.code());
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(problem.path("requestId").asString()).isEqualTo(answer.header("Request-Id"));
  }

  @Test
  void headers_beyond_8_kib_are_431_and_an_address_beyond_them_is_414() throws IOException {
    try (var wire = shop.wire()) {
      var answer =
          wire.send("GET /health/live HTTP/1.1\nHost: h\nX: " + "x".repeat(8_200) + "\n\n")
              .answer();
      assertThat(answer.status()).isEqualTo(431);
      assertThat(answer.code()).isEqualTo("headers_too_large");
      isAProblem(answer);
    }
    try (var wire = shop.wire()) {
      var answer =
          wire.send("GET /health/live?" + "x".repeat(8_200) + " HTTP/1.1\nHost: h\n\n").answer();
      assertThat(answer.status()).isEqualTo(414);
      isAProblem(answer);
    }
    try (var wire = shop.wire()) {
      var almost = "GET /health/live HTTP/1.1\nHost: h\nX: " + "x".repeat(8_000) + "\n\n";
      assertThat(wire.send(almost).answer().status()).isEqualTo(200);
    }
  }

  @Test
  void a_body_of_exactly_64_kib_is_read_and_one_byte_more_is_413() throws IOException {
    for (var size : new int[] {65_536, 65_537, 70_000}) {
      var body = padded(size);
      try (var wire = shop.wire()) {
        wire.send(CHECKOUT + "Content-Length: " + size + "\n\n").send(body);
        assertThat(wire.answer().status()).isEqualTo(size <= 65_536 ? 201 : 413);
      }
      try (var wire = shop.wire()) {
        wire.send(CHECKOUT + "Transfer-Encoding: chunked\n\n");
        assertThat(chunked(wire, body).answer().status()).isEqualTo(size <= 65_536 ? 201 : 413);
      }
      try (var wire = shop.wire()) {
        wire.send(CALLBACK + "Transfer-Encoding: chunked\n\n");
        assertThat(chunked(wire, body).answer().status()).isEqualTo(size <= 65_536 ? 200 : 413);
      }
    }
  }

  private static byte[] padded(int size) {
    var json = "{\"orderId\":\"O\",\"phoneNumber\":\"0712345678\",\"amount\":1}";
    return (json + " ".repeat(size - json.length())).getBytes(StandardCharsets.UTF_8);
  }

  private static Wire chunked(Wire wire, byte[] body) throws IOException {
    try {
      for (var from = 0; from < body.length; from += 1000) {
        var length = Math.min(1000, body.length - from);
        wire.send(Integer.toHexString(length) + "\n");
        wire.send(Arrays.copyOfRange(body, from, from + length)).send("\n");
      }
      return wire.send("0\n\n");
    } catch (IOException e) {
      // The server had enough, and said so before it closed.
      return wire;
    }
  }

  @Test
  void whoever_sends_far_too_much_is_told_so_and_not_cut_off() {
    for (var i = 0; i < 20; i++) {
      var answer =
          shop.call("POST", "/v1/payments").as(Shop.TILL).body(new byte[2_000_000]).answer();
      assertThat(answer.status()).isEqualTo(413);
    }
  }

  @Test
  void a_body_that_is_not_framed_as_it_says_is_400() throws IOException {
    try (var wire = shop.wire()) {
      var answer = wire.send(CHECKOUT + "Transfer-Encoding: chunked\n\nzz\n\n").answer();
      assertThat(answer.status()).isEqualTo(400);
      isAProblem(answer);
    }
    try (var wire = shop.wire()) {
      var answer = wire.send(CALLBACK + "Transfer-Encoding: chunked\n\n-5\nhello\n0\n\n").answer();
      assertThat(answer.status()).isEqualTo(400);
      isAProblem(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override: POST",
        "Sec-WebSocket-Version: 13\nUpgrade: websocket\nConnection: Upgrade\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
      })
  void no_header_makes_another_request_of_it(String header) throws IOException {
    try (var wire = shop.wire()) {
      var answer = wire.send("GET /health/live HTTP/1.1\nHost: h\n" + header + "\n\n").answer();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).isEqualTo("{\"status\":\"up\"}");
    }
  }

  @Test
  void nothing_is_compressed_and_no_version_is_told() throws IOException {
    try (var wire = shop.wire()) {
      var answer =
          wire.send("GET /health/live HTTP/1.1\nHost: h\nAccept-Encoding: gzip, br\n\n").answer();
      assertThat(answer.headers())
          .doesNotContainKeys("content-encoding", "server", "x-powered-by", "set-cookie");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void a_connection_is_used_again_after_a_problem() throws IOException {
    try (var wire = shop.wire()) {
      for (var i = 0; i < 3; i++) {
        assertThat(wire.send(CHECKOUT + "Content-Length: 1\n\n{").answer().status()).isEqualTo(400);
        assertThat(wire.send(CALLBACK + "Content-Length: 1\n\nx").answer().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void pipelined_requests_are_answered_in_their_order() throws IOException {
    try (var wire = shop.wire()) {
      wire.send(
          CALLBACK
              + "Content-Length: 1\n\nx"
              + "GET /health/live HTTP/1.1\nHost: h\n\n"
              + CHECKOUT
              + "Content-Length: 2\n\n{}");
      assertThat(wire.answer().status()).isEqualTo(200);
      assertThat(wire.answer().text()).isEqualTo("{\"status\":\"up\"}");
      assertThat(wire.answer().status()).isEqualTo(400);
    }
  }

  @Test
  void a_client_that_waits_for_100_continue_gets_it() throws IOException {
    try (var wire = shop.wire()) {
      wire.send(CALLBACK + "Expect: 100-continue\nContent-Length: 2\n\n");
      assertThat(wire.interim()).isEqualTo(100);
      assertThat(wire.send("{}").answer().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "req-1.A_b, true",
    "254712345678, false",
    "order-0712345678, false",
    "'', false",
    "a b, false",
    "a/b, false",
    "'<script>', false"
  })
  void a_callers_own_request_id_is_kept_where_it_is_harmless(String id, boolean kept) {
    for (var path : new String[] {"/health/live", "/nothing", "/%zz"}) {
      for (var name : new String[] {"Request-Id", "X-Request-Id"}) {
        var told = shop.call("GET", path).header(name, id).answer().header("Request-Id");
        if (kept && !path.equals("/%zz")) {
          assertThat(told).isEqualTo(id);
        } else if (!kept) {
          assertThat(told).isNotEqualTo(id).matches("req_[A-Za-z0-9_-]{16}");
        }
      }
    }
    var tooLong = "x".repeat(65);
    assertThat(
            shop.call("GET", "/health/live")
                .header("Request-Id", tooLong)
                .answer()
                .header("Request-Id"))
        .isNotEqualTo(tooLong);
  }
}
