package io.hakika.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Random histories of a payment, each told to the state machine and to {@link ReferenceModel}.
 *
 * <p>A failing run prints its seed and the fewest of its steps that still fail. {@code
 * -Dhakika.seed=N} runs that one again, {@code -Dhakika.runs=N} runs that many.
 */
class RandomOrdersTest {

  private static final int RUNS = 100_000;

  /** A rule that is hardly ever reached would be hardly tested. */
  private static final int LEAST_USES = 10;

  @Test
  void in_whatever_order_evidence_comes_the_payment_and_its_model_agree() {
    var seed = Long.getLong("hakika.seed");
    if (seed != null) {
      check(seed);
      return;
    }
    var runs = Integer.getInteger("hakika.runs", RUNS);
    for (var run = 0; run < runs; run++) {
      check(run);
    }
  }

  @Test
  @DisabledIfSystemProperty(named = "hakika.seed", matches = ".*", disabledReason = "one run only")
  void the_runs_use_every_rule_of_the_model() {
    Map<Rule, Integer> uses = new HashMap<>();
    for (var run = 0; run < RUNS / 8; run++) {
      var used = Step.run(RandomSteps.of(run)).rulesUsed();
      used.forEach(rule -> uses.merge(rule, 1, Integer::sum));
    }
    assertThat(ReferenceRules.all())
        .allSatisfy(
            rule ->
                assertThat(uses.getOrDefault(rule, 0))
                    .as(rule.toString())
                    .isGreaterThanOrEqualTo(LEAST_USES));
  }

  @Test
  void no_payment_waits_for_ever_even_if_nobody_answers() {
    for (var run = 0; run < RUNS / 20; run++) {
      var payment = Step.run(RandomSteps.of(run)).payment();
      assertThat(Silence.after(payment).status())
          .as("seed %d, when all fall silent", run)
          .isIn(Set.of(PaymentStatus.PAID, PaymentStatus.FAILED, PaymentStatus.NEEDS_REVIEW));
    }
  }

  private static void check(long seed) {
    var steps = RandomSteps.of(seed);
    if (failure(steps) != null) {
      var fewest = shrunk(steps);
      throw new AssertionError(told(seed, fewest), failure(fewest));
    }
  }

  /** Leaves out one step after the other, as long as the rest still fails. */
  private static List<Step> shrunk(List<Step> failing) {
    var fewest = new ArrayList<>(failing);
    for (var i = fewest.size() - 1; i >= 0; i--) {
      var without = new ArrayList<>(fewest);
      without.remove(i);
      if (failure(without) != null) {
        fewest = without;
      }
    }
    return fewest;
  }

  private static Throwable failure(List<Step> steps) {
    try {
      Step.run(steps);
      return null;
    } catch (AssertionError | RuntimeException e) {
      return e;
    }
  }

  private static String told(long seed, List<Step> steps) {
    return steps.stream()
        .map(Step::toString)
        .collect(Collectors.joining("\n  ", "seed " + seed + " fails with\n  ", "\n"));
  }
}
