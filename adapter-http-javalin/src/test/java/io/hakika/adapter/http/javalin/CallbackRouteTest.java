package io.hakika.adapter.http.javalin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.hakika.application.port.driving.ReceiveCallback.Answer;
import io.hakika.application.port.driving.ReceiveCallback.Delivery;
import io.hakika.domain.value.CallbackToken;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

/** Daraja's callbacks: the token, then the sender, then the body. */
final class CallbackRouteTest {

  private static final String TOKEN = "0123456789abcdef".repeat(3);
  private static final byte[] BODY = "{\"Body\":{}}".getBytes(UTF_8);

  @AutoClose private Shop shop = Shop.open();

  @BeforeEach
  void the_token_is_ours() {
    stub(shop);
  }

  private static void stub(Shop shop) {
    when(shop.callbacks.recognises(TOKEN)).thenReturn(true);
    when(shop.callbacks.receive(any())).thenReturn(Answer.ACCEPTED);
  }

  private void reopen(String allowed, String proxies) {
    shop.close();
    shop =
        Shop.open(
            http ->
                http.callbackAllowedIps(AllowedIps.parse(allowed))
                    .trustedProxies(Networks.parse(proxies)));
    stub(shop);
  }

  @Test
  void a_kept_callback_is_accepted_in_darajas_words() {
    var answer = deliver(BODY);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"ResultCode\":0,\"ResultDesc\":\"Accepted\"}");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void the_bytes_reach_the_use_case_as_they_came() {
    var bytes = new byte[] {0, (byte) 0xFF, '{', 10, 13, (byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    deliver(bytes);
    var delivery = delivered();
    assertThat(delivery.token()).isEqualTo(new CallbackToken(TOKEN));
    assertThat(delivery.body()).isEqualTo(bytes);
    assertThat(delivery.refused()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain;charset=utf-16",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "nonsense"
      })
  void the_type_of_a_callback_does_not_matter(String type) {
    var answer =
        shop.call("POST", "/callbacks/stk/" + TOKEN)
            .header("Content-Type", type)
            .header("Content-Encoding", "gzip")
            .body(BODY)
            .answer();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(delivered().body()).isEqualTo(BODY);
  }

  @Test
  void a_callback_without_a_type_or_a_body_is_a_callback() {
    assertThat(deliver(BODY).status()).isEqualTo(200);
    deliver(new byte[0]);
    verify(shop.callbacks, times(2)).receive(any());
  }

  @Test
  void what_is_no_callback_is_400_once_it_is_kept() {
    when(shop.callbacks.receive(any())).thenReturn(Answer.MALFORMED);
    var answer = deliver(BODY);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
  }

  @Test
  void too_many_orphans_are_503() {
    when(shop.callbacks.receive(any())).thenReturn(Answer.OVERFLOW);
    var answer = deliver(BODY);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("unavailable");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
  }

  @Test
  void whatever_breaks_a_callback_that_is_not_kept_is_never_accepted() {
    var faults =
        new Throwable[] {
          new IllegalStateException("database", new SQLException("gone", "08006")),
          new IllegalStateException("a bug"),
          new IllegalArgumentException("a bug"),
          new StackOverflowError()
        };
    for (var fault : faults) {
      doThrow(fault).when(shop.callbacks).receive(any());
      var answer = deliver(BODY);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("unavailable");
    }
  }

  @Test
  void a_token_that_cannot_be_looked_up_is_503_and_not_404() {
    when(shop.callbacks.recognises(anyString())).thenThrow(new IllegalStateException("database"));
    assertThat(deliver(BODY).status()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "0123456789abcdef0123456789abcdef0123456789abcde",
        "0123456789abcdef0123456789abcdef0123456789abcdef0",
        "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF",
        "0123456789abcdef0123456789abcdef0123456789abcdeg",
        "..%3b",
        "0123456789abcdef0123456789abcdef0123456789abcdef;x=1"
      })
  void what_is_no_token_is_404_without_a_question(String token) {
    var answer = shop.call("POST", "/callbacks/stk/" + token).body(BODY).answer();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
    verifyNoInteractions(shop.callbacks);
  }

  @Test
  void a_foreign_token_is_404_before_anybody_looks_at_sender_or_body() {
    reopen("10.0.0.1", "");
    var answer =
        shop.call("POST", "/callbacks/stk/" + "f".repeat(48)).body(new byte[70_000]).answer();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).doesNotContain("ffff");
    verify(shop.callbacks, never()).receive(any());
    assertThat(shop.http.callbacksFromElsewhere()).isZero();
  }

  @Test
  void a_callback_has_at_most_64_kib() {
    assertThat(deliver(new byte[65_536]).status()).isEqualTo(200);
    assertThat(delivered().body()).hasSize(65_536);
    var answer = deliver(new byte[65_537]);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("too_large");
  }

  @Test
  void only_posts_are_callbacks() {
    var answer = shop.call("GET", "/callbacks/stk/" + TOKEN).answer();
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("OPTIONS, POST");
  }

  @Test
  void a_callback_from_elsewhere_is_kept_as_refused_and_403() {
    reopen("196.201.214.200,10.0.0.0/8", "");
    when(shop.callbacks.receive(any())).thenReturn(Answer.REFUSED);
    var answer = deliver(BODY);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("forbidden");
    assertThat(delivered().refused()).isTrue();
    assertThat(shop.http.callbacksFromElsewhere()).isOne();
  }

  @Test
  void a_callback_from_elsewhere_only_counts_where_the_list_is_observed() {
    reopen("observe:safaricom", "");
    assertThat(deliver(BODY).status()).isEqualTo(200);
    assertThat(delivered().refused()).isFalse();
    assertThat(shop.http.callbacksFromElsewhere()).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // Nobody is trusted: the socket's address counts, whatever the header says.
        "127.0.0.1 | '' | - | false",
        "127.0.0.1 | '' | 10.9.9.9 | false",
        "196.201.214.200 | '' | 196.201.214.200 | true",
        // The proxy is trusted: the rightmost address that is not a proxy's.
        "196.201.214.200 | 127.0.0.1 | 196.201.214.200 | false",
        "196.201.214.200 | 127.0.0.1 | 1.2.3.4, 196.201.214.200 | false",
        "196.201.214.200 | 127.0.0.1 | 196.201.214.200, 1.2.3.4 | true",
        "196.201.214.200 | 127.0.0.1,10.0.0.0/8 | 196.201.214.200, 10.1.2.3 | false",
        "196.201.214.200 | 127.0.0.1 | 196.201.214.200, 10.1.2.3 | true",
        "196.201.214.200 | 127.0.0.1 | 196.201.214.200:4711 | false",
        "2001:db8::/32 | 127.0.0.1 | [2001:db8::1]:4711 | false",
        "196.201.214.200 | 127.0.0.1 | ::ffff:196.201.214.200 | false",
        // A trusted proxy that writes nonsense makes nobody known.
        "196.201.214.200 | 127.0.0.1 | unknown | true",
        "196.201.214.200 | 127.0.0.1 | '196.201.214.200,' | true",
        "0.0.0.0/0 | 127.0.0.1 | localhost | true",
        // Nobody but proxies: the farthest of them.
        "127.0.0.1 | 127.0.0.1 | - | false",
        "10.1.2.3 | 127.0.0.1,10.0.0.0/8 | 10.1.2.3 | false"
      })
  void the_sender_is_the_first_that_is_no_trusted_proxy(
      String allowed, String proxies, @Nullable String forwarded, boolean refused) {
    reopen(allowed, proxies);
    var call = shop.call("POST", "/callbacks/stk/" + TOKEN).body(BODY);
    if (forwarded != null) {
      call.header("X-Forwarded-For", forwarded);
    }
    call.answer();
    assertThat(delivered().refused()).isEqualTo(refused);
  }

  @Test
  void several_lines_of_one_header_are_one_list() {
    reopen("196.201.214.200", "127.0.0.1");
    shop.call("POST", "/callbacks/stk/" + TOKEN)
        .header("X-Forwarded-For", "196.201.214.200")
        .header("X-Forwarded-For", "1.2.3.4")
        .body(BODY)
        .answer();
    assertThat(delivered().refused()).isTrue();
  }

  private Delivery delivered() {
    var delivery = ArgumentCaptor.forClass(Delivery.class);
    verify(shop.callbacks).receive(delivery.capture());
    return delivery.getValue();
  }

  private Response deliver(byte[] body) {
    return shop.call("POST", "/callbacks/stk/" + TOKEN).body(body).answer();
  }
}
