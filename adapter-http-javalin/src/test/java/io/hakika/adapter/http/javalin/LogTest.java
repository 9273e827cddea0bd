package io.hakika.adapter.http.javalin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driving.ReceiveCallback.Answer;
import io.hakika.application.port.driving.StartCheckout.Result;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What is written down about requests, and what never is. */
final class LogTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef0123456789abcdef";

  private final Logger ours = (Logger) LoggerFactory.getLogger("io.hakika.adapter.http");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final PaymentFixture fixture = PaymentFixture.aPayment();

  @AutoClose private final Shop shop = Shop.open();

  @BeforeEach
  void listen() {
    lines.start();
    ours.setLevel(Level.TRACE);
    ours.setAdditive(false);
    ours.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    ours.detachAppender(lines);
    ours.setLevel(Level.OFF);
    ours.setAdditive(true);
  }

  @Test
  void one_line_for_a_request_has_the_template_and_not_the_address() {
    when(shop.payments.find(fixture.id()))
        .thenReturn(Optional.of(new Details(fixture.paid(), 3, null, null)));
    shop.call("GET", "/v1/payments/" + fixture.id())
        .as(Shop.READER)
        .header("Request-Id", "r-1")
        .answer();
    assertThat(told(1))
        .singleElement()
        .asString()
        .matches("INFO GET /v1/payments/\\{id} 200 [0-9]+ ms r-1 reader");
  }

  @Test
  void a_callback_is_logged_without_its_token() {
    when(shop.callbacks.recognises(TOKEN)).thenReturn(true);
    when(shop.callbacks.receive(any())).thenReturn(Answer.ACCEPTED);
    shop.call("POST", "/callbacks/stk/" + TOKEN).header("Request-Id", "r-2").answer();
    assertThat(told(1))
        .singleElement()
        .asString()
        .matches("INFO POST /callbacks/stk/\\{token} 200 [0-9]+ ms r-2 -");
  }

  @Test
  void what_no_route_knows_is_logged_without_its_address_or_method() {
    shop.call("GET", "/pay/0712345678?key=secret").header("Request-Id", "r-3").answer();
    shop.call("254712345678", "/0712345678").header("Request-Id", "r-4").answer();
    shop.call("GET", "/%zz0712345678").header("Request-Id", "r-5").answer();
    assertThat(told(3))
        .satisfiesExactly(
            line -> assertThat(line).matches("INFO - - 404 [0-9]+ ms r-3 -"),
            line -> assertThat(line).matches("INFO - - 404 [0-9]+ ms r-4 -"),
            line -> assertThat(line).matches("INFO - - 400 - req_[A-Za-z0-9_-]{16} -"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"254712345678", "ws_CO_23112026101100712345678", TOKEN})
  void a_request_is_not_named_after_what_must_not_be_shown(String name) {
    var problem = shop.call("GET", "/nothing").header("Request-Id", name).answer();
    assertThat(problem.header("Request-Id")).startsWith("req_");
    assertThat(problem.text()).doesNotContain(name);
    assertThat(told(1)).singleElement().asString().doesNotContain(name);
  }

  @Test
  void health_is_asked_too_often_to_be_told() {
    shop.call("GET", "/health/live").answer();
    assertThat(told(1)).singleElement().asString().startsWith("DEBUG GET /health/live 200");
  }

  @Test
  void a_mistake_is_logged_in_full_but_for_what_it_quotes() {
    var quoted =
        new SQLException(
            "violation: ('254712345678', 'ws_CO_23112026101100712345678', '" + TOKEN + "')",
            "23505");
    when(shop.payments.find(any())).thenThrow(new IllegalStateException("insert failed", quoted));
    shop.call("GET", "/v1/payments/" + fixture.id()).as(Shop.READER).answer();
    told(2);
    var fault = lines.list.get(0);
    assertThat(fault.getLevel()).isEqualTo(Level.ERROR);
    var trace = ThrowableProxyUtil.asString(fault.getThrowableProxy());
    assertThat(trace)
        .contains("java.lang.IllegalStateException: insert failed")
        .contains("java.sql.SQLException: violation: ('2547•••••678'")
        .contains("at " + LogTest.class.getName())
        .doesNotContain("254712345678", "100712345678", TOKEN);
  }

  @Test
  void an_outage_is_one_line() {
    when(shop.payments.find(any()))
        .thenThrow(new IllegalStateException("store", new SQLException("gone", "08006")));
    shop.call("GET", "/v1/payments/" + fixture.id())
        .as(Shop.READER)
        .header("Request-Id", "r-6")
        .answer();
    assertThat(told(2).get(0))
        .isEqualTo(
            "WARN The database is away while answering request r-6: "
                + "java.lang.IllegalStateException: store");
    assertThat(lines.list.get(0).getThrowableProxy()).isNull();
  }

  @Test
  void nothing_that_identifies_a_payer_or_opens_a_door_is_written_down() {
    when(shop.checkout.start(any()))
        .thenReturn(new Result.Started(new Details(fixture.paid(), 3, null, null)));
    when(shop.callbacks.recognises(TOKEN)).thenReturn(true);
    when(shop.callbacks.receive(any())).thenThrow(new IllegalStateException("0712345678"));
    shop.call("POST", "/v1/payments")
        .as(Shop.TILL)
        .header("Idempotency-Key", "0712345678")
        .header("Request-Id", "0712345678")
        .json("{\"orderId\":\"O\",\"phoneNumber\":\"0712345678\",\"amount\":1}")
        .answer();
    shop.call("POST", "/v1/payments").as(Shop.TILL).json("{\"0712345678\":").answer();
    shop.call("GET", "/v1/payments?phoneNumber=0712345678").as("hk_0712345678").answer();
    shop.call("POST", "/callbacks/stk/" + TOKEN).body("0712345678".getBytes(UTF_8)).answer();
    told(5);
    for (var event : List.copyOf(lines.list)) {
      var thrown = event.getThrowableProxy();
      var all =
          event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
      assertThat(all)
          .doesNotContain("0712345678")
          .doesNotContain(TOKEN)
          .doesNotContain(Shop.TILL)
          .doesNotContain(fixture.order().statusToken().value())
          .doesNotContain(fixture.order().phone().digits());
    }
  }

  /** The lines, once there are so many: a request is logged after it was answered. */
  private List<String> told(int count) {
    await().until(() -> lines.list.size() >= count);
    return lines.list.stream()
        .map(event -> event.getLevel() + " " + event.getFormattedMessage())
        .toList();
  }
}
