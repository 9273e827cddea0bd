package io.hakika.domain;

import io.hakika.domain.Evidence.Callback;
import io.hakika.domain.Evidence.Elsewhere;
import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Evidence.QueryAnswer;
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
import io.hakika.domain.value.Shillings;
import io.hakika.domain.value.StatusToken;
import io.hakika.domain.value.TransactionDesc;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;

/** Payments and evidence to test with, in the domain's words. */
final class Given {

  static final Patience PATIENCE = Patience.STANDARD;
  static final Instant START = Instant.parse("2026-11-23T07:11:12Z");
  static final CheckoutRequestId OURS = new CheckoutRequestId("ws_CO_23112026101112345712345678");
  static final CheckoutRequestId ANOTHERS =
      new CheckoutRequestId("ws_CO_23112026101113999712345678");
  static final MerchantRequestId MERCHANT = new MerchantRequestId("f99f-4d5e-a89b-1");
  static final Receipt RECEIPT = new Receipt("UKN1AB2CD3");
  static final Receipt ANOTHER_RECEIPT = new Receipt("UKN9ZY8XW7");
  static final Receipt TYPED_RECEIPT = new Receipt("UKN5TYPED00");
  static final LocalDateTime MOVED_AT = LocalDateTime.parse("2026-11-23T10:11:30");

  private Given() {}

  static Order order() {
    var id = PaymentId.create(START, new Random(1));
    return new Order(
        id,
        new OrderId("ORD-1001"),
        MerchantAccount.DEFAULT,
        Msisdn.parse("0712 345 678"),
        new Shillings(1500),
        new AccountReference("ORD-1001"),
        TransactionDesc.DEFAULT,
        Metadata.NONE,
        null,
        new CallbackToken("0123456789abcdef".repeat(3)),
        StatusToken.create(new Random(2)),
        START);
  }

  static Instant after(Duration passed) {
    return START.plus(passed);
  }

  static Instant minute(int number) {
    return after(Duration.ofMinutes(number));
  }

  // --- what can come ---

  static PushAnswer.Accepted accepted(Instant at) {
    return PushAnswer.Accepted.of(OURS, MERCHANT, at);
  }

  static PushAnswer.Accepted acceptedAsAnother(Instant at) {
    return PushAnswer.Accepted.of(ANOTHERS, MERCHANT, at);
  }

  static PushAnswer.Refused refused(Instant at) {
    return new PushAnswer.Refused(
        "500.001.1001", new ProviderText("Wrong credentials"), FailureCategory.CONFIGURATION, at);
  }

  static PushAnswer.NotSent notSent(Instant at) {
    return new PushAnswer.NotSent(new ProviderText("no connection"), null, false, at);
  }

  static PushAnswer.Unknown unknown(Instant at) {
    return new PushAnswer.Unknown(new ProviderText("timed out"), at);
  }

  static StkCallback success() {
    return callback("0", OURS, new ReportedAmount("1500"), RECEIPT);
  }

  static StkCallback bareSuccess() {
    return callback("0", OURS, new ReportedAmount("1500"), null);
  }

  static StkCallback successOf(String amount) {
    return callback("0", OURS, new ReportedAmount(amount), RECEIPT);
  }

  static StkCallback successWith(Receipt receipt) {
    return callback("0", OURS, new ReportedAmount("1500"), receipt);
  }

  static StkCallback failure() {
    return callback("1032", OURS, null, null);
  }

  static StkCallback failureWithReceipt() {
    return callback("1", OURS, null, RECEIPT);
  }

  static StkCallback noOutcome() {
    return callback("4999", OURS, null, null);
  }

  static StkCallback successOfAnotherPush() {
    return callback("0", ANOTHERS, new ReportedAmount("1500"), RECEIPT);
  }

  static StkCallback callback(
      String code, CheckoutRequestId id, ReportedAmount amount, Receipt receipt) {
    var outcome =
        switch (code) {
          case "0" -> StkCallback.Outcome.SUCCESS;
          case "4999" -> StkCallback.Outcome.NO_OUTCOME;
          default -> StkCallback.Outcome.FAILURE;
        };
    return new StkCallback(
        id,
        MERCHANT,
        code,
        new ProviderText("said by Daraja"),
        outcome,
        FailureCategory.CANCELLED,
        amount,
        receipt,
        receipt == null ? null : MOVED_AT,
        null);
  }

  static Callback came(StkCallback said, Instant at) {
    return Callback.of(said, at);
  }

  static Callback cameWithTakenReceipt(Instant at) {
    return new Callback(successWith(ANOTHER_RECEIPT), new Elsewhere(false, true), at);
  }

  static QueryAnswer query(QueryClass says, Instant at) {
    return new QueryAnswer(
        says,
        says == QueryClass.SUCCESS ? "0" : "1032",
        new ProviderText("said by Daraja"),
        FailureCategory.CANCELLED,
        true,
        false,
        at);
  }

  static QueryAnswer unanswered(Instant at) {
    return new QueryAnswer(
        QueryClass.NO_INFORMATION,
        null,
        new ProviderText("timed out"),
        FailureCategory.OTHER,
        false,
        false,
        at);
  }

  // --- where a payment can stand ---

  static Payment pending() {
    return Pending.open(order(), PATIENCE);
  }

  static Payment queued() {
    return weighed(pending(), notSent(after(Duration.ofSeconds(1))));
  }

  static Payment pushUnknown() {
    return weighed(pending(), unknown(after(Duration.ofSeconds(20))));
  }

  static Payment submitted() {
    return weighed(pending(), accepted(after(Duration.ofSeconds(2))));
  }

  static Payment submittedAfterSuccessQuery() {
    return weighed(submitted(), query(QueryClass.SUCCESS, minute(2)));
  }

  static Payment paid() {
    return weighed(submitted(), came(success(), minute(1)));
  }

  static Payment paidWithoutReceipt() {
    return weighed(submitted(), came(bareSuccess(), minute(1)));
  }

  static Payment paidByPerson() {
    return ((NeedsReview) unsettled()).resolvePaid(TYPED_RECEIPT, minute(150)).now();
  }

  static Payment failed() {
    return weighed(submitted(), came(failure(), minute(1)));
  }

  static Payment unsettled() {
    var asked = weighed(submitted(), query(QueryClass.NO_INFORMATION, minute(2)));
    return lapsed(asked, minute(121));
  }

  static Payment submissionUnknown() {
    return lapsed(pushUnknown(), minute(6));
  }

  static Payment reviewPaidWithoutReceipt() {
    return weighed(submittedAfterSuccessQuery(), query(QueryClass.SUCCESS, minute(4)));
  }

  static Payment amountMismatch() {
    return weighed(submitted(), came(successOf("1400"), minute(1)));
  }

  static Payment contradictory() {
    return weighed(failed(), came(success(), minute(2)));
  }

  static Payment contradictoryWithoutReceipt() {
    return weighed(submittedAfterSuccessQuery(), came(failure(), minute(3)));
  }

  static Payment weighed(Payment payment, Evidence evidence) {
    return payment.weigh(evidence, PATIENCE).now();
  }

  static Payment lapsed(Payment payment, Instant now) {
    return payment.lapse(now, PATIENCE).orElseThrow().now();
  }
}
