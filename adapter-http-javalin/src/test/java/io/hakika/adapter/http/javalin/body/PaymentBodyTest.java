package io.hakika.adapter.http.javalin.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.LastAnswer;
import io.hakika.application.port.driven.PaymentStore.Answer;
import io.hakika.domain.Evidence;
import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Order;
import io.hakika.domain.Patience;
import io.hakika.domain.Payment;
import io.hakika.domain.Pending;
import io.hakika.domain.StkCallback;
import io.hakika.domain.value.AccountReference;
import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.MerchantRequestId;
import io.hakika.domain.value.Metadata;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.ReportedAmount;
import io.hakika.domain.value.RequestIds;
import io.hakika.domain.value.Shillings;
import io.hakika.domain.value.StatusToken;
import io.hakika.domain.value.TransactionDesc;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The published payment, field by field in its published order. */
final class PaymentBodyTest {

  private static final URI PUBLIC_URL = URI.create("https://pay.example.co.ke/mpesa");
  private static final Instant OPENED = Instant.parse("2026-11-23T07:11:00.123456Z");
  private static final RequestIds IDS =
      new RequestIds(
          new CheckoutRequestId("ws_CO_23112026101100712345678"),
          new MerchantRequestId("29115-34620561-1"));

  private static final String AGREED =
      "\"orderId\":\"ORD-1001\",\"account\":\"default\",\"phoneNumber\":\"254712345678\","
          + "\"amount\":1500,\"currency\":\"KES\",\"accountReference\":\"ORD-1001\","
          + "\"description\":\"Two tickets\",\"metadata\":{\"cart\":\"77\",\"note\":\"Grüße ☕\"},";
  private static final String NAMED =
      "\"checkoutRequestId\":\"ws_CO_23112026101100712345678\","
          + "\"merchantRequestId\":\"29115-34620561-1\",";
  private static final String STATUS_URL =
      "\"statusUrl\":\"https://pay.example.co.ke/mpesa/pay/AAAAAAAAAAAAAAAAAAAAAA\"}";

  @Test
  void a_pending_payment() {
    assertThat(json(new Details(Pending.open(order(null), Patience.STANDARD), 1, null, null)))
        .isEqualTo(
            "{\"id\":\"pay_01hzxw3v8k2m4n6p8q0r2s4t6v\",\"status\":\"pending\","
                + AGREED
                + "\"supersedes\":null,\"checkoutRequestId\":null,\"merchantRequestId\":null,"
                + "\"mpesaReceiptNumber\":null,\"transactionDate\":null,"
                + "\"failure\":null,\"review\":null,\"attention\":[],"
                + "\"lastCallback\":null,\"lastQuery\":null,"
                + "\"createdAt\":\"2026-11-23T07:11:00.123456Z\",\"submittedAt\":null,"
                + "\"settledAt\":null,\"version\":1,"
                + STATUS_URL);
  }

  @Test
  void a_paid_payment() {
    var paid = submitted(null).weigh(callback("0", "UKN7XK21QW"), Patience.STANDARD).now();
    var zero = new Answer("0", new ProviderText("The service request is processed successfully."));
    var at = Instant.parse("2026-11-23T07:11:13Z");
    var silent = new Answer(null, new ProviderText("no answer within 20 s"));
    assertThat(
            json(
                new Details(
                    paid, 3, new LastAnswer(zero, at, 2), new LastAnswer(silent, OPENED, 1))))
        .isEqualTo(
            "{\"id\":\"pay_01hzxw3v8k2m4n6p8q0r2s4t6v\",\"status\":\"paid\","
                + AGREED
                + "\"supersedes\":null,"
                + NAMED
                + "\"mpesaReceiptNumber\":\"UKN7XK21QW\","
                + "\"transactionDate\":\"2026-11-23T10:11:00+03:00\","
                + "\"failure\":null,\"review\":null,\"attention\":[],"
                + "\"lastCallback\":{\"resultCode\":\"0\","
                + "\"resultDesc\":\"The service request is processed successfully.\","
                + "\"at\":\"2026-11-23T07:11:13Z\",\"count\":2},"
                + "\"lastQuery\":{\"resultCode\":null,\"resultDesc\":\"no answer within 20 s\","
                + "\"at\":\"2026-11-23T07:11:00.123456Z\",\"count\":1},"
                + "\"createdAt\":\"2026-11-23T07:11:00.123456Z\","
                + "\"submittedAt\":\"2026-11-23T07:11:01Z\","
                + "\"settledAt\":\"2026-11-23T07:11:12Z\",\"version\":3,"
                + STATUS_URL);
  }

  @Test
  void a_failed_payment() {
    var failed = submitted(null).weigh(callback("1032", null), Patience.STANDARD).now();
    assertThat(json(new Details(failed, 3, null, null)))
        .contains(
            "\"status\":\"failed\"",
            "\"mpesaReceiptNumber\":null,\"transactionDate\":null,"
                + "\"failure\":{\"code\":\"1032\",\"reason\":\"said 1032\","
                + "\"category\":\"cancelled\",\"source\":\"callback\"},\"review\":null,",
            "\"settledAt\":\"2026-11-23T07:11:12Z\"");
  }

  @Test
  void a_payment_under_review_holds_its_receipt_and_is_not_settled() {
    var failed = submitted(null).weigh(callback("1032", null), Patience.STANDARD).now();
    var review = failed.weigh(callback("0", "UKN7XK21QW"), Patience.STANDARD).now();
    assertThat(json(new Details(review, 4, null, null)))
        .contains(
            "\"status\":\"needs_review\"",
            "\"mpesaReceiptNumber\":\"UKN7XK21QW\"",
            "\"failure\":null,\"review\":{\"reason\":\"contradictory\","
                + "\"detail\":\"a success callback came after the payment had failed\","
                + "\"since\":\"2026-11-23T07:11:12Z\"}",
            "\"settledAt\":null");
  }

  @Test
  void words_for_a_person_are_listed_in_one_order() {
    var paid = submitted(null).weigh(callback("0", null), Patience.STANDARD).now();
    var twice = paid.weigh(callback("1032", null), Patience.STANDARD).now();
    assertThat(json(new Details(twice, 3, null, null)))
        .contains("\"attention\":[\"receipt_missing\",\"contradicted\"]");
  }

  @Test
  void a_superseding_payment_names_the_one_it_replaces() {
    var stuck = new PaymentId("pay_01hzxw3v8k2m4n6p8q0r2s4t6w");
    assertThat(json(new Details(Pending.open(order(stuck), Patience.STANDARD), 1, null, null)))
        .contains("\"supersedes\":\"pay_01hzxw3v8k2m4n6p8q0r2s4t6w\"");
  }

  private static Payment submitted(@Nullable PaymentId supersedes) {
    var accepted = new PushAnswer.Accepted(IDS, Instant.parse("2026-11-23T07:11:01Z"));
    return Pending.open(order(supersedes), Patience.STANDARD)
        .weigh(accepted, Patience.STANDARD)
        .now();
  }

  private static Order order(@Nullable PaymentId supersedes) {
    return new Order(
        new PaymentId("pay_01hzxw3v8k2m4n6p8q0r2s4t6v"),
        new OrderId("ORD-1001"),
        MerchantAccount.DEFAULT,
        new Msisdn("254712345678"),
        Shillings.shillings(1500),
        new AccountReference("ORD-1001"),
        new TransactionDesc("Two tickets"),
        new Metadata(Map.of("note", "Grüße ☕", "cart", "77")),
        supersedes,
        new CallbackToken("0".repeat(48)),
        new StatusToken("A".repeat(22)),
        OPENED);
  }

  private static Evidence.Callback callback(String code, @Nullable String receipt) {
    var success = code.equals("0");
    return Evidence.Callback.of(
        new StkCallback(
            IDS.checkoutRequestId(),
            IDS.merchantRequestId(),
            code,
            new ProviderText("said " + code),
            success ? StkCallback.Outcome.SUCCESS : StkCallback.Outcome.FAILURE,
            FailureCategory.CANCELLED,
            success ? new ReportedAmount("1500") : null,
            receipt == null ? null : new Receipt(receipt),
            success ? LocalDateTime.parse("2026-11-23T10:11:00") : null,
            null),
        Instant.parse("2026-11-23T07:11:12Z"));
  }

  private static String json(Details details) {
    return new String(Json.write(PaymentBody.of(details, PUBLIC_URL)), StandardCharsets.UTF_8);
  }
}
