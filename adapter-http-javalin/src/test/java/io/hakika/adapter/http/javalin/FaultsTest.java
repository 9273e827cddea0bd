package io.hakika.adapter.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import io.hakika.application.fake.PaymentFixture;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A database that is away passes, a mistake of ours does not; neither is told in detail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultsTest {

  private static final String SECRET = "254712345678";

  private Shop shop;

  @BeforeAll
  void open() {
    shop = Shop.open();
  }

  @AfterAll
  void close() {
    shop.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(wrapped(new SQLException(SECRET, "08006")), 503),
        arguments(wrapped(new SQLException(SECRET, "57P01")), 503),
        arguments(wrapped(new SQLException(SECRET, "90098")), 503),
        arguments(wrapped(new SQLException(SECRET, "HYT00")), 503),
        arguments(wrapped(new SQLException(SECRET, "40001")), 503),
        arguments(wrapped(new SQLException(SECRET)), 503),
        arguments(wrapped(new SQLTransientConnectionException(SECRET)), 503),
        arguments(wrapped(wrapped(new SQLException(SECRET, "08001"))), 503),
        arguments(wrapped(new SQLException(SECRET, "42000")), 500),
        arguments(wrapped(new SQLException(SECRET, "22001")), 500),
        arguments(wrapped(new SQLIntegrityConstraintViolationException(SECRET, "23505")), 500),
        arguments(new IllegalStateException(SECRET), 500),
        arguments(new IllegalArgumentException(SECRET), 500),
        arguments(new NullPointerException(SECRET), 500),
        arguments(new StackOverflowError(SECRET), 500));
  }

  private static RuntimeException wrapped(Exception cause) {
    return new RuntimeException("store: " + SECRET, cause);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void an_outage_is_503_and_a_mistake_500(Throwable fault, int status) {
    doThrow(fault).when(shop.checkout).start(any());
    doThrow(fault).when(shop.payments).find(any());
    doThrow(fault).when(shop.recovery).recover(any());
    doThrow(fault).when(shop.reviews).resolve(any());
    var payment = "/v1/payments/" + PaymentFixture.aPayment().id();
    judged(
        shop.call("POST", "/v1/payments")
            .as(Shop.TILL)
            .json("{\"orderId\":\"O\",\"phoneNumber\":\"0712345678\",\"amount\":1}"),
        status);
    judged(shop.call("GET", payment).as(Shop.READER), status);
    judged(shop.call("POST", payment + "/recover").as(Shop.TILL), status);
    judged(
        shop.call("POST", payment + "/resolution")
            .as(Shop.REVIEWER)
            .json("{\"outcome\":\"failed\",\"note\":\"n\"}"),
        status);
  }

  private static void judged(Call call, int status) {
    var answer = call.answer();
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(status == 503 ? "unavailable" : "internal_error");
    assertThat(answer.header("Retry-After")).isEqualTo(status == 503 ? "5" : "");
    assertThat(answer.text()).doesNotContain(SECRET);
  }

  @Test
  void a_chain_of_causes_that_bites_its_tail_ends() {
    var one = new IllegalStateException("one");
    var other = new IllegalStateException("other", one);
    one.initCause(other);
    assertThat(Faults.isOutage(one)).isFalse();
    assertThat(MaskedFault.of(one)).hasMessageContaining("one");
  }
}
