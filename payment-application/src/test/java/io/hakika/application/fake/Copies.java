package io.hakika.application.fake;

import io.hakika.domain.Facts;
import io.hakika.domain.Failed;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.Order;
import io.hakika.domain.Paid;
import io.hakika.domain.Payment;
import io.hakika.domain.Pending;
import io.hakika.domain.Push;
import io.hakika.domain.QueryHistory;
import io.hakika.domain.Submitted;
import io.hakika.domain.value.Review;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The same payment with other facts, or with its instants cut to the microsecond. */
final class Copies {

  private Copies() {}

  static Payment withFacts(Payment payment, Facts facts) {
    return payment.match(
        new Payment.Cases<>() {
          @Override
          public Payment pending(Pending was) {
            return new Pending(was.order(), facts, was.push());
          }

          @Override
          public Payment submitted(Submitted was) {
            return new Submitted(was.order(), facts);
          }

          @Override
          public Payment paid(Paid was) {
            return new Paid(was.order(), facts, was.settledAt(), was.told());
          }

          @Override
          public Payment failed(Failed was) {
            return new Failed(was.order(), facts, was.decline(), was.settledAt());
          }

          @Override
          public Payment needsReview(NeedsReview was) {
            return new NeedsReview(was.order(), facts, was.review());
          }
        });
  }

  /** A database keeps microseconds; so does the fake. */
  static Payment cut(Payment payment) {
    return payment.match(new Cut());
  }

  static Instant cut(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  static Review cut(Review review) {
    return new Review(review.reason(), review.detail(), cut(review.since()));
  }

  private static @Nullable Instant cutNullable(@Nullable Instant instant) {
    return instant == null ? null : cut(instant);
  }

  private record Cut() implements Payment.Cases<Payment> {

    @Override
    public Payment pending(Pending was) {
      return new Pending(order(was), facts(was), push(was.push()));
    }

    @Override
    public Payment submitted(Submitted was) {
      return new Submitted(order(was), facts(was));
    }

    @Override
    public Payment paid(Paid was) {
      return new Paid(order(was), facts(was), cut(was.settledAt()), was.told());
    }

    @Override
    public Payment failed(Failed was) {
      return new Failed(order(was), facts(was), was.decline(), cut(was.settledAt()));
    }

    @Override
    public Payment needsReview(NeedsReview was) {
      return new NeedsReview(order(was), facts(was), cut(was.review()));
    }

    private static Order order(Payment was) {
      return Orders.of(was.order(), cut(was.order().createdAt()));
    }

    private static Facts facts(Payment was) {
      var facts = was.facts();
      return new Facts(
          facts.ids(),
          cutNullable(facts.submittedAt()),
          facts.receipt(),
          facts.transactionDate(),
          queries(facts.queries()),
          cutNullable(facts.queryDue()),
          facts.attention());
    }

    private static QueryHistory queries(QueryHistory was) {
      return new QueryHistory(
          was.tried(),
          was.answered(),
          cutNullable(was.lastTriedAt()),
          was.lastClass(),
          cutNullable(was.sameSince()),
          was.successHeard());
    }

    private static Push push(Push was) {
      if (was instanceof Push.Claimed claimed) {
        return new Push.Claimed(claimed.attempts(), cut(claimed.since()), cut(claimed.deadAt()));
      }
      if (was instanceof Push.Queued queued) {
        return new Push.Queued(queued.attempts(), cut(queued.nextAt()), queued.why());
      }
      var unknown = (Push.Unknown) was;
      return new Push.Unknown(unknown.attempts(), cut(unknown.since()), cut(unknown.reviewAt()));
    }
  }
}
