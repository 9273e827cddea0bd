package io.hakika.domain;

import io.hakika.domain.value.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sequence of a few pieces of evidence: nothing short is left to chance. */
class AllOrdersTest {

  private static final List<Kind> KINDS =
      List.of(
          new Kind("push accepted", (both, at) -> both.pushAnswered(Given.accepted(at))),
          new Kind("push refused", (both, at) -> both.pushAnswered(Given.refused(at))),
          new Kind("push not sent", (both, at) -> both.pushAnswered(Given.notSent(at))),
          new Kind("push unknown", (both, at) -> both.pushAnswered(Given.unknown(at))),
          callback("good success", Given.success()),
          callback("another receipt", Given.successWith(new Receipt("UKN5SECOND"))),
          callback("bare success", Given.bareSuccess()),
          callback("wrong amount", Given.successOf("1499")),
          callback("taken receipt", Given.successWith(Given.ANOTHER_RECEIPT)),
          callback("failure", Given.failure()),
          callback("failure with a receipt", Given.failureWithReceipt()),
          callback("4999", Given.noOutcome()),
          callback("another push", Given.successOfAnotherPush()),
          query(QueryClass.SUCCESS),
          query(QueryClass.CERTAIN_FAILURE),
          query(QueryClass.LIKELY_FAILURE),
          query(QueryClass.NO_INFORMATION),
          new Kind("a worker looks", SideBySide::workerLooks),
          new Kind("a person pays", (both, at) -> both.personFindsTheMoney(Given.RECEIPT, at)),
          new Kind("a person reopens", SideBySide::personReopens));

  private static final int LENGTH = 4;
  private static final int SEQUENCES = (int) Math.pow(KINDS.size(), LENGTH);

  /** Close together, a backoff apart, and as far apart as the deadline. */
  @ParameterizedTest
  @ValueSource(strings = {"PT1S", "PT60S", "PT2H"})
  void every_sequence_leads_where_the_model_says(Duration apart) {
    for (var number = 0; number < SEQUENCES; number++) {
      check(steps(number, apart));
    }
  }

  @Test
  void and_so_does_every_sequence_after_the_push_was_accepted() {
    var accepted = KINDS.get(0).step(Given.START);
    for (var number = 0; number < SEQUENCES; number++) {
      var steps = steps(number, Given.PATIENCE.recoveryBackoff());
      steps.add(0, accepted);
      check(steps);
    }
  }

  /** The digits of {@code number} in the base of as many kinds as there are. */
  private static List<Step> steps(int number, Duration apart) {
    var steps = new ArrayList<Step>();
    var at = Given.START;
    for (var rest = number; steps.size() < LENGTH; rest /= KINDS.size()) {
      at = at.plus(apart);
      steps.add(KINDS.get(rest % KINDS.size()).step(at));
    }
    return steps;
  }

  private static void check(List<Step> steps) {
    try {
      Step.run(steps);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("these steps fail: " + steps, e);
    }
  }

  private static Kind callback(String words, StkCallback said) {
    return new Kind("callback: " + words, (both, at) -> both.callbackCame(said, at));
  }

  private static Kind query(QueryClass says) {
    return new Kind("query: " + says, (both, at) -> both.queryAnswered(Given.query(says, at)));
  }

  private record Kind(String words, BiConsumer<SideBySide, Instant> happens) {

    Step step(Instant at) {
      return new Step(at, words, both -> happens.accept(both, at));
    }
  }
}
