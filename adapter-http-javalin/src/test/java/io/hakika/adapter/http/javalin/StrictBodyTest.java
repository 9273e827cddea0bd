package io.hakika.adapter.http.javalin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driving.StartCheckout.Result;
import java.nio.charset.Charset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that two readers could understand in two ways is no body. */
final class StrictBodyTest {

  private static final String GOOD =
      "{\"orderId\":\"ORD-1\",\"phoneNumber\":\"0712345678\",\"amount\":1500}";

  @AutoClose private final Shop shop = Shop.open();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"text\"",
        "17",
        "{",
        "{\"orderId\":}",
        GOOD + "x",
        GOOD + GOOD,
        GOOD + ",",
        "// comment\n" + GOOD,
        "{'orderId':'ORD-1'}",
        "{orderId:\"ORD-1\"}",
        "{\"amount\":NaN}",
        "{\"amount\":01}",
        "{\"amount\":+1}",
        "{\"amount\":1,}",
        "{\"orderId\":\"line\nbreak\"}",
        "{\"orderId\":\"\u0000\"}",
        "{\"orderId\":\"\\x\"}"
      })
  void what_is_no_json_object_is_400(String body) {
    var answer = start(body.getBytes(UTF_8));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    assertThat(answer.json().has("errors")).isFalse();
    shop.startedNothing();
  }

  @Test
  void the_place_of_a_fault_is_told_and_never_what_stands_there() {
    var answer = start("{\"orderId\":\n  secret}".getBytes(UTF_8));
    assertThat(answer.json().path("detail").asString())
        .isEqualTo("The body is not acceptable JSON: line 2, column 3.");
  }

  @Test
  void a_byte_order_mark_is_refused() {
    assertThat(start(("\uFEFF" + GOOD).getBytes(UTF_8)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"})
  void another_encoding_is_refused_and_not_repaired(String charset) {
    var body = GOOD.replace("ORD-1", "Größe").getBytes(Charset.forName(charset));
    var answer = start(body);
    assertThat(answer.status()).isEqualTo(400);
    shop.startedNothing();
  }

  @Test
  void broken_utf8_is_refused_and_not_repaired() {
    for (var bytes : new int[][] {{0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xF5, 0x80, 0x80, 0x80}}) {
      var body = GOOD.replace("}", ",\"metadata\":{\"a\":\"XXXX\"}}").getBytes(UTF_8);
      var at = new String(body, ISO_8859_1).indexOf("XXXX");
      for (var i = 0; i < bytes.length; i++) {
        body[at + i] = (byte) bytes[i];
      }
      assertThat(start(body).text()).contains("The body is not UTF-8.");
    }
  }

  @Test
  void deep_nesting_is_refused_without_following_it() {
    for (var open : new String[] {"[", "{\"a\":"}) {
      var body = "{\"metadata\":" + open.repeat(9_000);
      assertThat(start(body.getBytes(UTF_8)).status()).isEqualTo(400);
    }
  }

  @Test
  void a_number_that_takes_long_to_compute_is_refused_unread() {
    var body = GOOD.replace("1500", "9".repeat(60_000));
    assertThat(start(body.getBytes(UTF_8)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json;charset=utf-8",
        "application/json; charset=UTF-8",
        "application/json; charset=\"utf-8\"",
        "application/json;"
      })
  void json_may_be_announced_as_utf8(String type) {
    when(shop.checkout.start(any())).thenReturn(new Result.Started(details()));
    assertThat(typed(type).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/problem+json",
        "application/jsonp",
        "application/json; charset=iso-8859-1",
        "application/json, text/plain",
        "json"
      })
  void another_type_is_415(String type) {
    var answer = typed(type);
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.code()).isEqualTo("unsupported_media_type");
    shop.startedNothing();
  }

  @Test
  void no_type_is_415_and_two_types_are() {
    var body = GOOD.getBytes(UTF_8);
    assertThat(shop.call("POST", "/v1/payments").as(Shop.TILL).body(body).answer().status())
        .isEqualTo(415);
    assertThat(
            shop.call("POST", "/v1/payments")
                .as(Shop.TILL)
                .header("Content-Type", "text/plain")
                .json(GOOD)
                .answer()
                .status())
        .isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "identity", "x"})
  void nothing_is_ever_decompressed(String encoding) {
    var answer =
        shop.call("POST", "/v1/payments")
            .as(Shop.TILL)
            .header("Content-Encoding", encoding)
            .json(GOOD)
            .answer();
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.code()).isEqualTo("unsupported_media_type");
  }

  private Response typed(String type) {
    return shop.call("POST", "/v1/payments")
        .as(Shop.TILL)
        .header("Content-Type", type)
        .body(GOOD.getBytes(UTF_8))
        .answer();
  }

  private Response start(byte[] body) {
    return shop.call("POST", "/v1/payments")
        .as(Shop.TILL)
        .header("Content-Type", "application/json")
        .body(body)
        .answer();
  }

  private static Details details() {
    return new Details(PaymentFixture.aPayment().submitted(), 2, null, null);
  }
}
