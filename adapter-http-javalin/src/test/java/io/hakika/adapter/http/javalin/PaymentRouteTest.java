package io.hakika.adapter.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.application.port.driven.PaymentQueries.Page;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driven.PaymentStore.EntryKind;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking at payments: one, its history, a list. */
final class PaymentRouteTest {

  private static final Set<MerchantAccount> BRANCHES =
      Set.of(new MerchantAccount("north"), new MerchantAccount("south"));

  @AutoClose private final Shop shop = Shop.open();
  private final PaymentFixture fixture = PaymentFixture.aPayment();
  private final Details paid = new Details(fixture.paid(), 3, null, null);

  @BeforeEach
  void there_is_one_payment() {
    when(shop.payments.find(any())).thenReturn(Optional.empty());
    when(shop.payments.find(fixture.id())).thenReturn(Optional.of(paid));
    when(shop.payments.list(any(), anyInt(), any())).thenReturn(new Page<>(List.of(paid), "next"));
    when(shop.payments.timeline(eq(fixture.id()), anyInt(), any()))
        .thenReturn(new Page<>(List.of(), null));
  }

  @Test
  void a_payment_is_found() {
    var answer = get("/v1/payments/" + fixture.id());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("id").asString()).isEqualTo(fixture.id().value());
    assertThat(answer.json().path("phoneNumber").asString())
        .isEqualTo(fixture.order().phone().digits());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pay_01hzxw3v8k2m4n6p8q0r2s4t6v",
        "pay_1",
        "PAY_01HZXW3V8K2M4N6P8Q0R2S4T6V",
        "254712345678",
        "search",
        "a;b",
        "%20"
      })
  void what_is_no_payment_is_not_found(String id) {
    for (var part : List.of("", "/timeline")) {
      var answer = get("/v1/payments/" + id + part);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("payment_not_found");
      assertThat(answer.text()).doesNotContain(id.toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void a_payment_of_another_account_does_not_exist() {
    for (var part : List.of("", "/timeline")) {
      var answer = shop.call("GET", "/v1/payments/" + fixture.id() + part).as(Shop.BRANCH).answer();
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("payment_not_found");
    }
    verify(shop.payments, never()).timeline(any(), anyInt(), any());
  }

  @Test
  void a_key_sees_the_payments_of_its_accounts() {
    var own = PaymentFixture.aPayment().onAccount("south");
    when(shop.payments.find(own.id()))
        .thenReturn(Optional.of(new Details(own.pending(), 1, null, null)));
    var answer = shop.call("GET", "/v1/payments/" + own.id()).as(Shop.BRANCH).answer();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("account").asString()).isEqualTo("south");
  }

  @Test
  void a_list_without_conditions_is_everything_newest_first() {
    var answer = get("/v1/payments");
    assertThat(answer.status()).isEqualTo(200);
    verify(shop.payments).list(Filter.ALL, 50, null);
    assertThat(answer.json().path("data").path(0).path("id").asString())
        .isEqualTo(fixture.id().value());
    assertThat(answer.json().path("nextCursor").asString()).isEqualTo("next");
  }

  @Test
  void the_end_of_a_list_has_a_null_cursor() {
    when(shop.payments.list(any(), anyInt(), any())).thenReturn(new Page<>(List.of(), null));
    assertThat(get("/v1/payments").text()).isEqualTo("{\"data\":[],\"nextCursor\":null}");
  }

  private static final Filter EVERYTHING_SAID =
      new Filter(
          PaymentStatus.NEEDS_REVIEW,
          new OrderId("ORD 1/2"),
          new Msisdn("254712345678"),
          new CheckoutRequestId("ws_CO_1"),
          new Receipt("UKN7XK21QW"),
          Attention.ORDER_PAID_TWICE,
          Set.of(new MerchantAccount("north")),
          Instant.parse("2026-11-23T21:00:00Z"),
          Instant.parse("2026-11-24T21:00:00.5Z"));

  @Test
  void a_query_says_every_condition() {
    get(
        "/v1/payments?status=needs_review&orderId=ORD+1%2F2&phoneNumber=+254%20712-345678"
            + "&checkoutRequestId=ws_CO_1&receipt=ukn7xk21qw&attention=order_paid_twice"
            + "&account=north&from=2026-11-24T00:00:00%2B03:00&to=2026-11-24T21:00:00.5Z"
            + "&limit=100&cursor=abc");
    verify(shop.payments).list(EVERYTHING_SAID, 100, "abc");
  }

  @Test
  void a_body_says_the_same_conditions() {
    shop.call("POST", "/v1/payments/search")
        .as(Shop.READER)
        .json(
            """
            {"status":"needs_review","orderId":"ORD 1/2","phoneNumber":"+254 712-345678",
             "checkoutRequestId":"ws_CO_1","receipt":"ukn7xk21qw","attention":"order_paid_twice",
             "account":"north","from":"2026-11-24T00:00:00+03:00","to":"2026-11-24T21:00:00.5Z",
             "limit":100,"cursor":"abc"}
            """)
        .answer();
    verify(shop.payments).list(EVERYTHING_SAID, 100, "abc");
  }

  @Test
  void an_empty_body_says_nothing_about_the_payments() {
    var answer = shop.call("POST", "/v1/payments/search").as(Shop.READER).json("{}").answer();
    assertThat(answer.status()).isEqualTo(200);
    verify(shop.payments).list(Filter.ALL, 50, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status=open | status",
        "status= | status",
        "status | status",
        "status=PAID | status",
        "orderId= | orderId",
        "orderId=%C3%A9 | orderId",
        "orderId=%00 | orderId",
        "phoneNumber=12 | phoneNumber",
        "checkoutRequestId=a%20b | checkoutRequestId",
        "receipt=short | receipt",
        "receipt=UKN7XK21Q%C4%B1 | receipt",
        "attention=none | attention",
        "account=a%20b | account",
        "from=yesterday | from",
        "from=2026-11-24 | from",
        "from=2026-11-24T00:00:00+03:00 | from",
        "to=%2B999999999-12-31T23:59:59Z | to",
        "from=2026-11-24T00:00:01Z&to=2026-11-24T00:00:00Z | from",
        "limit=0 | limit",
        "limit=101 | limit",
        "limit=-1 | limit",
        "limit=ten | limit",
        "limit=1.0 | limit",
        "limit=1e1 | limit",
        "limit=99999999999999999999 | limit",
        "cursor= | cursor",
        "cursor=a%20b | cursor",
        "Status=paid | Status",
        "page=2 | page",
        "status=paid&status=paid | status",
        "status=paid&stat%75s=failed | status",
        "status=%zz | status",
        "status=%ff | status",
        "status=%7 | status",
        "%ff=1 | query",
        "=1 | query",
        "status=paid& | query"
      })
  void a_faulty_condition_is_named(String query, String field) {
    var answer = get("/v1/payments?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    assertThat(answer.fields()).containsOnly(field);
    verifyNoInteractions(shop.payments);
  }

  @Test
  void every_faulty_condition_is_named_at_once() {
    assertThat(get("/v1/payments?status=x&limit=0&from=x&page=1").fields())
        .containsExactlyInAnyOrder("status", "limit", "from", "page");
    var body = "{\"status\":1,\"limit\":\"5\",\"from\":5,\"cursor\":null,\"page\":null}";
    assertThat(
            shop.call("POST", "/v1/payments/search").as(Shop.READER).json(body).answer().fields())
        .containsExactlyInAnyOrder("status", "limit", "from", "page");
  }

  @Test
  void a_cursor_of_another_list_is_a_faulty_field() {
    when(shop.payments.list(any(), anyInt(), eq("foreign")))
        .thenThrow(new IllegalArgumentException("not a cursor of this list"));
    when(shop.payments.timeline(any(), anyInt(), eq("foreign")))
        .thenThrow(new IllegalArgumentException("not a cursor of this list"));
    assertThat(get("/v1/payments?cursor=foreign").fields()).containsExactly("cursor");
    assertThat(get("/v1/payments/" + fixture.id() + "/timeline?cursor=foreign").fields())
        .containsExactly("cursor");
  }

  @Test
  void a_key_lists_the_payments_of_its_accounts_only() {
    listAsBranch("/v1/payments");
    verify(shop.payments).list(eq(within(BRANCHES)), anyInt(), any());
    listAsBranch("/v1/payments?account=south");
    verify(shop.payments).list(eq(within(Set.of(new MerchantAccount("south")))), anyInt(), any());
  }

  @Test
  void the_list_of_another_account_is_empty() {
    assertThat(listAsBranch("/v1/payments?account=west").text())
        .isEqualTo("{\"data\":[],\"nextCursor\":null}");
    verify(shop.payments, never()).list(any(), anyInt(), any());
  }

  @Test
  void a_history_is_shown_line_by_line() {
    var created = Entry.of(PaymentFixture.NOON, EntryKind.CREATED, "Payment opened", Map.of());
    var changed =
        Entry.of(
            PaymentFixture.NOON,
            EntryKind.STATUS_CHANGED,
            "pending → paid",
            Map.of("to", "paid", "from", "pending"));
    historyIs(created, changed);
    assertThat(get("/v1/payments/" + fixture.id() + "/timeline?limit=2&cursor=c").text())
        .isEqualTo(
            "{\"entries\":[{\"at\":\"2026-11-24T09:00:00Z\",\"kind\":\"created\","
                + "\"summary\":\"Payment opened\",\"detail\":{}},"
                + "{\"at\":\"2026-11-24T09:00:00Z\",\"kind\":\"status_changed\","
                + "\"summary\":\"pending → paid\","
                + "\"detail\":{\"from\":\"pending\",\"to\":\"paid\"}}],\"nextCursor\":\"more\"}");
    verify(shop.payments).timeline(fixture.id(), 2, "c");
  }

  @Test
  void raw_bodies_are_for_reviewers() {
    historyIs(callback("{\"Body\":{}}".getBytes(StandardCharsets.UTF_8)));
    var path = "/v1/payments/" + fixture.id() + "/timeline";
    for (var secret : List.of(Shop.READER, Shop.TILL)) {
      assertThat(detail(shop.call("GET", path).as(secret).answer()))
          .isEqualTo("{\"verdict\":\"applied\"}");
    }
    assertThat(detail(shop.call("GET", path).as(Shop.REVIEWER).answer()))
        .isEqualTo("{\"body\":\"{\\\"Body\\\":{}}\",\"verdict\":\"applied\"}");
  }

  @Test
  void a_raw_body_that_is_no_text_is_shown_in_base64() {
    historyIs(callback(new byte[] {(byte) 0xFF, 0, 1}));
    var answer =
        shop.call("GET", "/v1/payments/" + fixture.id() + "/timeline").as(Shop.REVIEWER).answer();
    assertThat(detail(answer)).isEqualTo("{\"bodyBase64\":\"/wAB\",\"verdict\":\"applied\"}");
  }

  @Test
  void a_callback_token_is_shown_to_nobody() {
    var token = fixture.order().callbackToken().value();
    historyIs(callback(("to /callbacks/stk/" + token).getBytes(StandardCharsets.UTF_8)));
    var answer =
        shop.call("GET", "/v1/payments/" + fixture.id() + "/timeline").as(Shop.REVIEWER).answer();
    assertThat(detail(answer)).contains("/callbacks/stk/[callback token]").doesNotContain(token);
  }

  @Test
  void a_whole_history_is_shown_where_no_limit_is_said() {
    get("/v1/payments/" + fixture.id() + "/timeline");
    verify(shop.payments).timeline(fixture.id(), 100, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "status=paid", "limit=1&limit=2", "x"})
  void a_history_has_conditions_of_its_own(String query) {
    assertThat(get("/v1/payments/" + fixture.id() + "/timeline?" + query).status()).isEqualTo(400);
  }

  @Test
  void one_payment_takes_no_conditions() {
    assertThat(get("/v1/payments/" + fixture.id() + "?expand=1").fields())
        .containsExactly("expand");
  }

  @Test
  void head_is_get_without_a_body() {
    var head = shop.call("HEAD", "/v1/payments/" + fixture.id()).as(Shop.READER).answer();
    var get = get("/v1/payments/" + fixture.id());
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(get.body().length));
    assertThat(shop.call("HEAD", "/v1/payments/" + fixture.id()).answer().status()).isEqualTo(401);
    assertThat(shop.call("HEAD", "/v1/payments/pay_1").as(Shop.READER).answer().status())
        .isEqualTo(404);
  }

  private void historyIs(Entry... entries) {
    when(shop.payments.timeline(eq(fixture.id()), anyInt(), any()))
        .thenReturn(new Page<>(List.of(entries), "more"));
  }

  private static Entry callback(byte[] body) {
    return new Entry(
        PaymentFixture.NOON,
        EntryKind.CALLBACK,
        "Callback 0",
        Map.of("verdict", "applied"),
        null,
        body);
  }

  private static String detail(Response answer) {
    return answer.json().path("entries").path(0).path("detail").toString();
  }

  private static Filter within(Set<MerchantAccount> accounts) {
    return new Filter(null, null, null, null, null, null, accounts, null, null);
  }

  private Response listAsBranch(String path) {
    return shop.call("GET", path).as(Shop.BRANCH).answer();
  }

  private Response get(String path) {
    return shop.call("GET", path).as(Shop.READER).answer();
  }
}
