package io.hakika.adapter.http.javalin.body;

import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.LastAnswer;
import io.hakika.domain.Facts;
import io.hakika.domain.Failed;
import io.hakika.domain.HeldReceipt;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.Order;
import io.hakika.domain.Paid;
import io.hakika.domain.Payment;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.RequestIds;
import io.hakika.domain.value.Review;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A payment as key holders see it, with the phone number in full. Nothing is left out: what is
 * absent is null.
 */
public record PaymentBody(
    String id,
    String status,
    String orderId,
    String account,
    String phoneNumber,
    long amount,
    String currency,
    String accountReference,
    String description,
    Map<String, String> metadata,
    @Nullable String supersedes,
    @Nullable String checkoutRequestId,
    @Nullable String merchantRequestId,
    @Nullable String mpesaReceiptNumber,
    @Nullable String transactionDate,
    @Nullable FailureBody failure,
    @Nullable ReviewBody review,
    List<String> attention,
    @Nullable AnswerBody lastCallback,
    @Nullable AnswerBody lastQuery,
    String createdAt,
    @Nullable String submittedAt,
    @Nullable String settledAt,
    int version,
    String statusUrl) {

  /** East Africa Time, which knows no summer. */
  private static final ZoneOffset EAT = ZoneOffset.ofHours(3);

  /**
   * Shows a payment.
   *
   * @param publicUrl where its payer's page is found
   */
  public static PaymentBody of(Details details, URI publicUrl) {
    var payment = details.payment();
    var order = payment.order();
    var facts = payment.facts();
    return new PaymentBody(
        order.id().value(),
        payment.status().code(),
        order.orderId().value(),
        order.account().value(),
        order.phone().digits(),
        order.amount().value(),
        "KES",
        order.accountReference().value(),
        order.description().value(),
        order.metadata().values(),
        whereKnown(order.supersedes(), PaymentId::value),
        whereKnown(facts.ids(), ids -> ids.checkoutRequestId().value()),
        whereKnown(facts.ids(), PaymentBody::merchantRequestId),
        whereKnown(facts.receipt(), PaymentBody::number),
        whereKnown(facts.transactionDate(), PaymentBody::inNairobi),
        payment instanceof Failed failed ? FailureBody.of(failed.decline()) : null,
        payment instanceof NeedsReview needs ? ReviewBody.of(needs.review()) : null,
        attention(facts),
        whereKnown(details.lastCallback(), AnswerBody::of),
        whereKnown(details.lastQuery(), AnswerBody::of),
        order.createdAt().toString(),
        whereKnown(facts.submittedAt(), Instant::toString),
        whereKnown(settledAt(payment), Instant::toString),
        details.version(),
        statusUrl(order, publicUrl));
  }

  /** The address of the payer's page. */
  public static String statusUrl(Order order, URI publicUrl) {
    return publicUrl + "/pay/" + order.statusToken().value();
  }

  private static <F, T> @Nullable T whereKnown(@Nullable F from, Function<F, @Nullable T> show) {
    return from == null ? null : show.apply(from);
  }

  private static @Nullable String merchantRequestId(RequestIds ids) {
    var id = ids.merchantRequestId();
    return id == null ? null : id.value();
  }

  private static String number(HeldReceipt held) {
    return held.number().value();
  }

  private static String inNairobi(LocalDateTime wall) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(wall.atOffset(EAT));
  }

  private static List<String> attention(Facts facts) {
    return facts.attention().stream().sorted().map(Attention::code).toList();
  }

  private static @Nullable Instant settledAt(Payment payment) {
    if (payment instanceof Paid paid) {
      return paid.settledAt();
    }
    return payment instanceof Failed failed ? failed.settledAt() : null;
  }

  /** Why a payment failed, and who said so. */
  public record FailureBody(String code, String reason, String category, String source) {

    static FailureBody of(Decline decline) {
      return new FailureBody(
          decline.code(),
          decline.reason().value(),
          decline.category().code(),
          decline.source().code());
    }
  }

  /** Why a payment waits for a person. */
  public record ReviewBody(String reason, String detail, String since) {

    static ReviewBody of(Review review) {
      return new ReviewBody(review.reason().code(), review.detail(), review.since().toString());
    }
  }

  /**
   * The last of Daraja's answers, and how many there were.
   *
   * @param resultCode null where Daraja gave none
   */
  public record AnswerBody(@Nullable String resultCode, String resultDesc, String at, long count) {

    static AnswerBody of(LastAnswer last) {
      var answer = last.answer();
      return new AnswerBody(
          answer.resultCode(), answer.resultDesc().value(), last.at().toString(), last.count());
    }
  }
}
