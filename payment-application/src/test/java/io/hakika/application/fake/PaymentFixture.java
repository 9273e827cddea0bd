package io.hakika.application.fake;

import io.hakika.domain.Evidence;
import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Failed;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.Order;
import io.hakika.domain.Paid;
import io.hakika.domain.Patience;
import io.hakika.domain.Payment;
import io.hakika.domain.Pending;
import io.hakika.domain.QueryClass;
import io.hakika.domain.StkCallback;
import io.hakika.domain.Submitted;
import io.hakika.domain.Verdict;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.Metadata;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.ReportedAmount;
import io.hakika.domain.value.RequestIds;
import io.hakika.domain.value.Review;
import io.hakika.domain.value.Shillings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A payment of a test, and everything the world may say about it.
 *
 * <p>{@code aPayment().forOrder("ORD-1").of(250).paid()} is a paid payment that really was opened,
 * acknowledged and called back. Two fixtures never share an id, order, phone, token or receipt
 * unless they are told to. Immutable: each {@code with…} gives another fixture of the same payment.
 */
public final class PaymentFixture {

  /** When payments of a test are opened, unless said otherwise. */
  public static final Instant NOON = Instant.parse("2026-11-24T09:00:00Z");

  /** The patience that payments of a test are weighed with. */
  public static final Patience PATIENCE = Patience.STANDARD;

  private final Order order;
  private final RequestIds ids;
  private final Receipt receipt;

  private PaymentFixture(Order order, RequestIds ids, Receipt receipt) {
    this.order = order;
    this.ids = ids;
    this.receipt = receipt;
  }

  /** A payment like no other, of 1500 shillings, opened at {@link #NOON}. */
  public static PaymentFixture aPayment() {
    var fresh = Fresh.next();
    return new PaymentFixture(fresh.order(NOON), fresh.ids(), fresh.receipt());
  }

  public PaymentFixture forOrder(String orderId) {
    return with(Orders.of(order, new OrderId(orderId), order.account()));
  }

  public PaymentFixture onAccount(String account) {
    return with(Orders.of(order, order.orderId(), new MerchantAccount(account)));
  }

  public PaymentFixture byPhone(String spelling) {
    return with(Orders.of(order, Msisdn.parse(spelling), order.amount()));
  }

  public PaymentFixture of(long shillings) {
    return with(Orders.of(order, order.phone(), Shillings.shillings(shillings)));
  }

  /** The same payment, opened at {@code createdAt}. */
  public PaymentFixture openedAt(Instant createdAt) {
    return with(Orders.of(order, createdAt));
  }

  public PaymentFixture superseding(PaymentId stuck) {
    return with(Orders.of(order, stuck, order.metadata()));
  }

  public PaymentFixture withMetadata(Map<String, String> notes) {
    return with(Orders.of(order, order.supersedes(), new Metadata(notes)));
  }

  /** The same payment, for which messages bring {@code number}. */
  public PaymentFixture withReceipt(Receipt number) {
    return new PaymentFixture(order, ids, number);
  }

  /** The same payment, which Daraja gives the names {@code names}. */
  public PaymentFixture withIds(RequestIds names) {
    return new PaymentFixture(order, names, receipt);
  }

  private PaymentFixture with(Order changed) {
    return new PaymentFixture(changed, ids, receipt);
  }

  public PaymentId id() {
    return order.id();
  }

  public Order order() {
    return order;
  }

  /** The names Daraja gives the push. */
  public RequestIds ids() {
    return ids;
  }

  /** The receipt that messages bring. */
  public Receipt receipt() {
    return receipt;
  }

  /** The payment as far as {@code stage}. */
  public Payment at(Stage stage) {
    Payment payment = pending();
    for (var step : stage.steps(this)) {
      payment = step.apply(payment).now();
    }
    return payment;
  }

  /** What is weighed on the way to {@code stage}, one after the other. */
  public List<Verdict> verdictsTo(Stage stage) {
    var verdicts = new ArrayList<Verdict>();
    Payment payment = pending();
    for (var step : stage.steps(this)) {
      var verdict = step.apply(payment);
      verdicts.add(verdict);
      payment = verdict.now();
    }
    return verdicts;
  }

  /** Opened, with its creator about to send the push. */
  public Pending pending() {
    return Pending.open(order, PATIENCE);
  }

  public Submitted submitted() {
    return (Submitted) at(Stage.SUBMITTED);
  }

  public Paid paid() {
    return (Paid) at(Stage.PAID);
  }

  public Failed failed() {
    return (Failed) at(Stage.FAILED);
  }

  public NeedsReview needsReview(Review.Reason reason) {
    return (NeedsReview) at(Stage.of(reason));
  }

  /** {@code after} since the payment was opened. */
  public Instant after(Duration after) {
    return order.createdAt().plus(after);
  }

  private Instant after(long seconds) {
    return after(Duration.ofSeconds(seconds));
  }

  /** Daraja took the push, one second after the opening. */
  public PushAnswer.Accepted accepted() {
    return new PushAnswer.Accepted(ids, after(1));
  }

  public PushAnswer.Refused refused() {
    var reason = new ProviderText("Bad Request - Invalid PhoneNumber");
    return new PushAnswer.Refused("400.002.02", reason, FailureCategory.REJECTED, after(1));
  }

  public PushAnswer.NotSent notSent() {
    return new PushAnswer.NotSent(new ProviderText("connection refused"), null, false, after(1));
  }

  public PushAnswer.Unknown unknownPush() {
    return new PushAnswer.Unknown(new ProviderText("timed out after 20 s"), after(20));
  }

  /** The success callback: everything agrees, and the receipt is there. */
  public Evidence.Callback success() {
    var date = LocalDateTime.parse("2026-11-24T12:00:09");
    return callback("0", StkCallback.Outcome.SUCCESS, amount(), receipt, date);
  }

  /** The success callback, delivered at {@code at}. */
  public Evidence.Callback successAt(Instant at) {
    return Evidence.Callback.of(success().said(), at);
  }

  /** A success callback that carries no receipt and no date. */
  public Evidence.Callback bareSuccess() {
    return callback("0", StkCallback.Outcome.SUCCESS, amount(), null, null);
  }

  /** A success callback that says another amount was paid. */
  public Evidence.Callback successOf(String amount) {
    var reported = new ReportedAmount(amount);
    return callback("0", StkCallback.Outcome.SUCCESS, reported, receipt, null);
  }

  /** The callback of a customer who cancelled. */
  public Evidence.Callback cancelled() {
    return callback("1032", StkCallback.Outcome.FAILURE, null, null, null);
  }

  /** The query answer "success", {@code after} the opening. */
  public Evidence.QueryAnswer querySuccess(Duration after) {
    return query(QueryClass.SUCCESS, "0", after);
  }

  /** The query answer "still under processing", 90 seconds after the opening. */
  public Evidence.QueryAnswer queryStillPending() {
    return query(QueryClass.NO_INFORMATION, "4999", PATIENCE.recoveryAfter());
  }

  /** The query answer "cancelled by user", {@code after} the opening. */
  public Evidence.QueryAnswer queryCancelled(Duration after) {
    return query(QueryClass.CERTAIN_FAILURE, "1032", after);
  }

  /** Weighs {@code evidence}. */
  Function<Payment, Verdict> hears(Evidence evidence) {
    return payment -> payment.weigh(evidence, PATIENCE);
  }

  /** Lets the payment wait in vain until {@code after} its opening. */
  Function<Payment, Verdict> waits(Duration after) {
    return payment -> payment.lapse(after(after), PATIENCE).orElseThrow();
  }

  private ReportedAmount amount() {
    return new ReportedAmount(Long.toString(order.amount().value()));
  }

  private Evidence.Callback callback(
      String code,
      StkCallback.Outcome outcome,
      @Nullable ReportedAmount amount,
      @Nullable Receipt brought,
      @Nullable LocalDateTime date) {
    var said =
        new StkCallback(
            ids.checkoutRequestId(),
            ids.merchantRequestId(),
            code,
            new ProviderText("result " + code),
            outcome,
            FailureCategory.CANCELLED,
            amount,
            brought,
            date,
            order.phone());
    return Evidence.Callback.of(said, after(10));
  }

  private Evidence.QueryAnswer query(QueryClass says, String code, Duration after) {
    return new Evidence.QueryAnswer(
        says,
        code,
        new ProviderText("result " + code),
        FailureCategory.CANCELLED,
        true,
        false,
        after(after));
  }
}
