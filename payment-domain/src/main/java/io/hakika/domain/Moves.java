package io.hakika.domain;

import io.hakika.domain.Verdict.Ignored;
import io.hakika.domain.Verdict.Kept;
import io.hakika.domain.Verdict.Moved;
import io.hakika.domain.Verdict.Reading;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.Review;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The steps that several states take alike. */
final class Moves {

  private Moves() {}

  /** To paid, by a success callback that is good or bare. */
  static Moved<Paid> paid(Order order, Facts facts, Evidence.Callback callback) {
    return paid(order, receiptFrom(facts, callback), callback.at());
  }

  static Moved<Paid> paid(Order order, Facts facts, Instant at) {
    var held = facts.receipt();
    var settled =
        held == null
            ? facts.attend(Attention.RECEIPT_MISSING)
            : facts.attended(Attention.RECEIPT_MISSING);
    var event = new PaymentEvent.Paid(order.id(), held == null ? null : held.number(), at);
    return new Moved<>(new Paid(order, settled.askAt(null), at, Set.of()), List.of(event));
  }

  static Moved<Failed> failed(Order order, Facts facts, Decline decline, Instant at) {
    var event = new PaymentEvent.Failed(order.id(), decline, at);
    return new Moved<>(new Failed(order, facts.askAt(null), decline, at), List.of(event));
  }

  static Moved<NeedsReview> review(
      Payment was, Facts facts, Review.Reason reason, String detail, Instant at) {
    var review = new Review(reason, detail, at);
    var event = new PaymentEvent.NeedsReview(was.id(), review, at);
    return new Moved<>(new NeedsReview(was.order(), facts.askAt(null), review), List.of(event));
  }

  /** To contradictory, keeping the callback's receipt where it is free. */
  static Moved<NeedsReview> contradictory(
      Payment was, Facts facts, Evidence.Callback callback, String detail) {
    var kept = Judgement.bringsFreeReceipt(callback) ? receiptFrom(facts, callback) : facts;
    return review(was, kept, Review.Reason.CONTRADICTORY, detail, callback.at());
  }

  /** What a success does to a payment on which money may still move. */
  static Verdict success(Payment was, Judgement judgement, Evidence.Callback callback) {
    var facts = judgement.facts();
    return switch (judgement.kind()) {
      case GOOD, BARE -> paid(was.order(), facts, callback);
      case WRONG_AMOUNT ->
          review(
              was,
              receiptFrom(facts, callback),
              Review.Reason.AMOUNT_MISMATCH,
              "agreed "
                  + was.order().amount()
                  + ", but the callback says "
                  + callback.said().amount(),
              callback.at());
      case TAKEN_RECEIPT ->
          contradictory(
              was, facts, callback, "the success callback names a receipt of another payment");
      default -> throw new IllegalArgumentException(judgement.kind() + " is no success");
    };
  }

  /** A message that belongs to another push, or cannot be read: ask Daraja what is true. */
  static Verdict mismatched(Payment was, Facts learned) {
    return keptIfChanged(was, learned, Reading.MISMATCHED);
  }

  static Verdict mismatched(Payment was, Instant at) {
    return mismatched(was, was.facts().askSoon(at).attend(Attention.MISMATCHED_CALLBACK));
  }

  /** The same state with other facts; nothing, if they are the same. */
  static Verdict keptIfChanged(Payment was, Facts facts, Reading reading) {
    return facts.equals(was.facts())
        ? new Ignored(was, reading)
        : new Kept(was.match(new WithFacts(facts)), reading);
  }

  /** The ids and the time of an acknowledgement that came after something overtook it. */
  static Facts lateAcknowledgement(Facts facts, Evidence.PushAnswer.Accepted accepted) {
    var stored = facts.ids();
    var learned =
        facts.withIds(stored == null ? accepted.ids() : stored.completedBy(accepted.ids()));
    return learned.submittedAt() == null ? learned.acknowledged(accepted.at()) : learned;
  }

  /**
   * The receipt and date of a callback, filled in where none are held. A typed receipt yields; one
   * that a callback brought stays, whatever a later one says.
   */
  static Facts receiptFrom(Facts facts, Evidence.Callback callback) {
    var brought = callback.said().receipt();
    var date = callback.said().transactionDate();
    var learned = facts.transactionDate() == null ? facts.withDate(date) : facts;
    if (brought == null) {
      return learned;
    }
    var held = facts.receipt();
    if (held == null || held.number().equals(brought)) {
      return learned.withReceipt(HeldReceipt.fromCallback(brought));
    }
    return held.yieldsTo(brought)
        ? facts.withReceipt(HeldReceipt.fromCallback(brought)).withDate(date)
        : facts;
  }

  static Decline decline(StkCallback said) {
    return new Decline(
        said.resultCode(), said.resultDesc(), said.category(), Decline.Source.CALLBACK);
  }

  static Decline decline(Evidence.QueryAnswer answer) {
    var code = answer.resultCode() == null ? "unknown" : answer.resultCode();
    return new Decline(code, answer.resultDesc(), answer.category(), Decline.Source.QUERY);
  }

  static Decline decline(Evidence.PushAnswer.Refused refused) {
    return new Decline(
        refused.code(), refused.reason(), refused.category(), Decline.Source.SUBMISSION);
  }

  private record WithFacts(Facts facts) implements Payment.Cases<Payment> {

    @Override
    public Payment pending(Pending payment) {
      return new Pending(payment.order(), facts, payment.push());
    }

    @Override
    public Payment submitted(Submitted payment) {
      return new Submitted(payment.order(), facts);
    }

    @Override
    public Payment paid(Paid payment) {
      return new Paid(payment.order(), facts, payment.settledAt(), payment.told());
    }

    @Override
    public Payment failed(Failed payment) {
      return new Failed(payment.order(), facts, payment.decline(), payment.settledAt());
    }

    @Override
    public Payment needsReview(NeedsReview payment) {
      return new NeedsReview(payment.order(), facts, payment.review());
    }
  }
}
