package io.hakika.domain;

import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Evidence.QueryAnswer;
import io.hakika.domain.StkCallback.Outcome;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.MerchantRequestId;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.ReportedAmount;
import io.hakika.domain.value.RequestIds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A random history of one payment: everything that can come, in any order, at any distance. */
final class RandomSteps {

  private static final int MOST_STEPS = 24;
  private static final int ASK = 10;

  /** A push that no payment of ours knows. */
  private static final CheckoutRequestId STRAY =
      new CheckoutRequestId("ws_CO_23112026101115777712345678");

  private static final List<CheckoutRequestId> IDS = Arrays.asList(Given.ANOTHERS, STRAY, null);
  private static final List<MerchantRequestId> MERCHANTS =
      Arrays.asList(Given.MERCHANT, new MerchantRequestId("77aa-1"), null);
  private static final List<Receipt> RECEIPTS =
      Arrays.asList(
          Given.RECEIPT,
          Given.RECEIPT,
          Given.ANOTHER_RECEIPT,
          new Receipt("UKN5SECOND"),
          new Receipt("UKN6THIRD0"),
          null);
  private static final List<ReportedAmount> AMOUNTS =
      Arrays.asList(
          amount("1500"),
          amount("1500"),
          amount("1500"),
          null,
          amount("1499"),
          amount("1500.00"),
          amount("lots"));
  private static final List<LocalDateTime> DATES =
      Arrays.asList(Given.MOVED_AT, Given.MOVED_AT.plusDays(1), null);
  private static final List<Msisdn> PAYERS =
      Arrays.asList(Msisdn.parse("0712345678"), Msisdn.parse("0110000001"), null);

  /** Codes are strings, and nobody promises that they are short or can be printed. */
  private static final List<String> FAILURES =
      List.of("1032", "1", "1037", "2001", "17", "SFC_IC0003", "00", "", "no code", "x".repeat(99));

  private static final List<Receipt> TYPED =
      List.of(Given.RECEIPT, new Receipt("UKN5SECOND"), new Receipt("UKN7TYPED0"));

  private static final ProviderText SAID = new ProviderText("said by Daraja");

  private final Random random;
  private final List<Step> steps = new ArrayList<>();
  private Instant now = Given.START;

  private RandomSteps(long seed) {
    random = new Random(seed);
  }

  /** The history of that seed: the same for the same seed. */
  static List<Step> of(long seed) {
    return new RandomSteps(seed).steps();
  }

  /** Every third history is of a push that was accepted and then mostly asked about. */
  private List<Step> steps() {
    var length = 1 + random.nextInt(MOST_STEPS);
    var asked = random.nextInt(3) == 0;
    if (asked) {
      var at = now;
      step("push accepted", both -> both.pushAnswered(Given.accepted(at)));
    }
    while (steps.size() < length) {
      now = now.plus(wait(random.nextInt(16)));
      next(asked && random.nextInt(3) > 0 ? ASK : random.nextInt(20));
    }
    return steps;
  }

  /** Distances on both sides of every wait that decides something. */
  private Duration wait(int kind) {
    var patience = Given.PATIENCE;
    return switch (kind) {
      case 0, 1, 2 -> Duration.ZERO;
      case 3, 4 -> Duration.ofMillis(random.nextInt(20_000));
      case 5 -> patience.recoveryBackoff().minusMillis(1);
      case 6, 7 -> patience.recoveryBackoff();
      case 8 -> patience.recoveryBackoff().plusMillis(random.nextInt(60_000));
      case 9 -> patience.recoveryBackoff().dividedBy(2);
      case 10 -> patience.pushLease().minusMillis(random.nextInt(2));
      case 11 -> patience.submissionRetry().minusMillis(random.nextInt(2));
      case 12 -> patience.submissionUnknownAfter().minusMillis(random.nextInt(2));
      case 13 -> patience.recoveryDeadline().minusMillis(random.nextInt(2));
      case 14 -> patience.recoveryDeadline().multipliedBy(12);
      default -> Duration.ofSeconds(random.nextInt(600));
    };
  }

  private void next(int kind) {
    var at = now;
    switch (kind) {
      case 0, 1, 2 -> pushAnswer();
      case 3, 4, 5, 6, 7, 8 -> callback();
      case 9 -> step("a callback that cannot be used", both -> both.unusableCallbackCame(at));
      case ASK, 11, 12, 13 -> queryAnswer();
      case 14, 15 -> step("a worker looks", both -> both.workerLooks(at));
      case 16 -> step("a worker sends again", both -> both.workerSendsAgain(at));
      case 17 -> person();
      case 18 -> receiptTaken();
      default -> again();
    }
  }

  private void pushAnswer() {
    var answer =
        switch (random.nextInt(6)) {
          case 0, 1 -> new PushAnswer.Accepted(ids(), now);
          case 2 -> new PushAnswer.Refused(pick(FAILURES), SAID, FailureCategory.REJECTED, now);
          case 3, 4 -> new PushAnswer.NotSent(SAID, retryAfter(), random.nextBoolean(), now);
          default -> new PushAnswer.Unknown(SAID, now);
        };
    step(answer, both -> both.pushAnswered(answer));
  }

  private RequestIds ids() {
    var checkout = random.nextInt(5) == 0 ? STRAY : Given.OURS;
    return new RequestIds(checkout, pick(MERCHANTS));
  }

  private @Nullable Duration retryAfter() {
    return switch (random.nextInt(6)) {
      case 0, 1, 2 -> null;
      case 3 -> Duration.ofSeconds(Long.MAX_VALUE);
      default -> Duration.ofSeconds(random.nextInt(300));
    };
  }

  private void callback() {
    var said = said();
    var at = now;
    step(said, both -> both.callbackCame(said, at));
  }

  private StkCallback said() {
    var outcome =
        pick(
            List.of(
                Outcome.SUCCESS,
                Outcome.SUCCESS,
                Outcome.FAILURE,
                Outcome.values()[random.nextInt(3)]));
    return new StkCallback(
        random.nextInt(6) == 0 ? pick(IDS) : Given.OURS,
        pick(MERCHANTS),
        code(outcome),
        SAID,
        outcome,
        FailureCategory.OTHER,
        pick(AMOUNTS),
        outcome == Outcome.FAILURE && random.nextInt(4) > 0 ? null : pick(RECEIPTS),
        pick(DATES),
        pick(PAYERS));
  }

  private String code(Outcome outcome) {
    return switch (outcome) {
      case SUCCESS -> "0";
      case NO_OUTCOME -> "4999";
      case FAILURE -> pick(FAILURES);
    };
  }

  private void queryAnswer() {
    var says = pick(List.of(QueryClass.values()));
    var answered = says != QueryClass.NO_INFORMATION || random.nextBoolean();
    var answer =
        new QueryAnswer(
            says,
            says == QueryClass.SUCCESS ? "0" : pick(FAILURES),
            SAID,
            FailureCategory.OTHER,
            answered,
            !answered && random.nextBoolean(),
            now);
    step(answer, both -> both.queryAnswered(answer));
  }

  private void person() {
    var at = now;
    switch (random.nextInt(4)) {
      case 0 -> step("a person reopens", both -> both.personReopens(at));
      case 1 -> step("a person finds no money", both -> both.personFindsNoMoney(at));
      default -> {
        var typed = pick(TYPED);
        step("a person types " + typed, both -> both.personFindsTheMoney(typed, at));
      }
    }
  }

  private void receiptTaken() {
    var receipt = pick(TYPED);
    step("another payment takes " + receipt, both -> both.anotherPaymentTakes(receipt));
  }

  /** The same thing once more, word by word: everything can be delivered twice. */
  private void again() {
    if (!steps.isEmpty()) {
      steps.add(steps.get(steps.size() - 1));
    }
  }

  private void step(Object what, Consumer<SideBySide> happens) {
    steps.add(new Step(now, what, happens));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static ReportedAmount amount(String text) {
    return new ReportedAmount(text);
  }
}
