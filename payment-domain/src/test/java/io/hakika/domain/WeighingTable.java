package io.hakika.domain;

import static io.hakika.domain.Given.RECEIPT;
import static io.hakika.domain.Given.came;

import io.hakika.domain.value.Attention;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Every situation a payment can be in, everything that can happen to it, and a word for what
 * follows; nothing where a person may not decide that.
 */
final class WeighingTable {

  /** Long after any of the situations began, so that every wait between two answers is over. */
  private static final Instant LATE = Given.after(Duration.ofHours(5));

  /** After the longest wait of all, twelve times the deadline. */
  private static final Instant VERY_LATE = Given.after(Duration.ofHours(25));

  private static final ProviderText NOTE = new ProviderText("looked it up");

  static final Map<String, Supplier<Payment>> SITUATIONS = situations();
  static final Map<String, Function<Payment, Optional<Verdict>>> EVIDENCE = evidence();

  private WeighingTable() {}

  private static Map<String, Supplier<Payment>> situations() {
    var all = new LinkedHashMap<String, Supplier<Payment>>();
    all.put("pending", Given::pending);
    all.put("queued", Given::queued);
    all.put("unknown", Given::pushUnknown);
    all.put("submitted", Given::submitted);
    all.put("heard success", Given::submittedAfterSuccessQuery);
    all.put("paid", Given::paid);
    all.put("paid, no receipt", Given::paidWithoutReceipt);
    all.put("paid, typed", Given::paidByPerson);
    all.put("failed", Given::failed);
    all.put("review U", Given::unsettled);
    all.put("review S", Given::submissionUnknown);
    all.put("review P", Given::reviewPaidWithoutReceipt);
    all.put("review A", Given::amountMismatch);
    all.put("review C", Given::contradictory);
    all.put("review C, no receipt", Given::contradictoryWithoutReceipt);
    return all;
  }

  private static Map<String, Function<Payment, Optional<Verdict>>> evidence() {
    var all = new LinkedHashMap<String, Function<Payment, Optional<Verdict>>>();
    all.put("push accepted", weigh(Given.accepted(LATE)));
    all.put("push accepted, other ids", weigh(Given.acceptedAsAnother(LATE)));
    all.put("push refused", weigh(Given.refused(LATE)));
    all.put("push not sent", weigh(Given.notSent(LATE)));
    all.put("push unknown", weigh(Given.unknown(LATE)));
    all.put("callback: good success", weigh(came(Given.success(), LATE)));
    all.put("callback: success, another receipt", weigh(came(another(), LATE)));
    all.put("callback: bare success", weigh(came(Given.bareSuccess(), LATE)));
    all.put("callback: success, wrong amount", weigh(came(Given.successOf("1499"), LATE)));
    all.put("callback: success, taken receipt", weigh(Given.cameWithTakenReceipt(LATE)));
    all.put("callback: failure", weigh(came(Given.failure(), LATE)));
    all.put("callback: failure with a receipt", weigh(came(Given.failureWithReceipt(), LATE)));
    all.put("callback: no outcome (4999)", weigh(came(Given.noOutcome(), LATE)));
    all.put("callback: of another push", weigh(ofAnotherPush()));
    all.put("callback: malformed or refused", weigh(new Evidence.UnusableCallback(LATE)));
    all.put("query: success", weigh(Given.query(QueryClass.SUCCESS, LATE)));
    all.put("query: success, said twice", twice(QueryClass.SUCCESS));
    all.put("query: certain failure", weigh(Given.query(QueryClass.CERTAIN_FAILURE, LATE)));
    all.put("query: likely failure", weigh(Given.query(QueryClass.LIKELY_FAILURE, LATE)));
    all.put("query: likely failure, said twice", twice(QueryClass.LIKELY_FAILURE));
    all.put("query: no information", weigh(Given.query(QueryClass.NO_INFORMATION, LATE)));
    all.put("time: every wait is over", WeighingTable::waited);
    all.put("a person: paid", WeighingTable::foundPaid);
    all.put("a person: failed", WeighingTable::foundFailed);
    all.put("a person: reopened", WeighingTable::reopened);
    return all;
  }

  private static Optional<Verdict> waited(Payment payment) {
    var stands = new Verdict.Ignored(payment, Verdict.Reading.APPLIED);
    return payment.lapse(VERY_LATE, Given.PATIENCE).or(() -> Optional.of(stands));
  }

  private static Optional<Verdict> foundPaid(Payment payment) {
    return payment instanceof NeedsReview needs
        ? Optional.of(needs.resolvePaid(RECEIPT, LATE))
        : Optional.empty();
  }

  private static Optional<Verdict> foundFailed(Payment payment) {
    return payment instanceof NeedsReview needs
        ? Optional.of(needs.resolveFailed(NOTE, LATE))
        : Optional.empty();
  }

  private static Optional<Verdict> reopened(Payment payment) {
    return payment instanceof Failed failed
        ? Optional.of(failed.reopen(NOTE, LATE))
        : Optional.empty();
  }

  /** One answer, and the same again a backoff later; the second is what counts here. */
  private static Function<Payment, Optional<Verdict>> twice(QueryClass says) {
    return payment -> {
      var once = payment.weigh(Given.query(says, LATE), Given.PATIENCE).now();
      var later = LATE.plus(Given.PATIENCE.recoveryBackoff());
      return Optional.of(once.weigh(Given.query(says, later), Given.PATIENCE));
    };
  }

  private static Function<Payment, Optional<Verdict>> weigh(Evidence evidence) {
    return payment -> Optional.of(payment.weigh(evidence, Given.PATIENCE));
  }

  private static StkCallback another() {
    return Given.successWith(Given.ANOTHER_RECEIPT);
  }

  /** Names a push that is another payment's, whether or not this payment's has a name yet. */
  private static Evidence.Callback ofAnotherPush() {
    return new Evidence.Callback(
        Given.successOfAnotherPush(), new Evidence.Elsewhere(true, false), LATE);
  }

  /** The table as markdown, one row per evidence. */
  static String render() {
    var out = new StringBuilder("| |");
    SITUATIONS.keySet().forEach(name -> out.append(' ').append(name).append(" |"));
    out.append("\n|---|").append(":-:|".repeat(SITUATIONS.size())).append('\n');
    EVIDENCE.forEach(
        (name, weighing) -> {
          out.append("| ").append(name).append(" |");
          SITUATIONS
              .values()
              .forEach(
                  from -> {
                    var before = from.get();
                    var cell = weighing.apply(before).map(verdict -> cell(before, verdict));
                    out.append(' ').append(cell.orElse("")).append(" |");
                  });
          out.append('\n');
        });
    return out.toString();
  }

  private static String cell(Payment before, Verdict verdict) {
    var marks = new StringBuilder();
    if (verdict instanceof Verdict.Moved) {
      marks.append(word(verdict.now()));
    } else if (changedPush(before, verdict.now())) {
      marks.append(push(verdict.now()));
    } else {
      marks.append(verdict instanceof Verdict.Noted ? "!" : "·");
    }
    return marks + learned(before, verdict);
  }

  private static String learned(Payment before, Verdict verdict) {
    var facts = verdict.now().facts();
    var out = new StringBuilder();
    var had = before.facts().receipt();
    if (facts.receipt() != null && !facts.receipt().equals(had)) {
      out.append(facts.receipt().number().equals(RECEIPT) ? " r" : " r'");
    }
    for (var word : facts.attention()) {
      if (!before.facts().attention().contains(word)) {
        out.append(word == Attention.RECEIPT_MISSING ? " m" : " a");
      }
    }
    var stands = !(verdict instanceof Verdict.Moved);
    if (stands && facts.queryDue() != null && !facts.queryDue().equals(before.facts().queryDue())) {
      out.append(" q");
    }
    return out.toString();
  }

  private static boolean changedPush(Payment before, Payment now) {
    return before instanceof Pending was
        && now instanceof Pending is
        && !was.push().equals(is.push());
  }

  private static String push(Payment now) {
    return ((Pending) now).push() instanceof Push.Queued ? "queued" : "unknown";
  }

  private static String word(Payment now) {
    if (now instanceof NeedsReview needs) {
      return letter(needs.review().reason());
    }
    return now.status().code();
  }

  private static String letter(Review.Reason reason) {
    return switch (reason) {
      case UNSETTLED -> "**U**";
      case SUBMISSION_UNKNOWN -> "**S**";
      case PAID_WITHOUT_RECEIPT -> "**P**";
      case AMOUNT_MISMATCH -> "**A**";
      case CONTRADICTORY -> "**C**";
    };
  }
}
