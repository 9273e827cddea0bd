package io.hakika.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.port.driven.StkGateway;
import io.hakika.application.port.driven.StkGateway.Queried;
import io.hakika.domain.Evidence;
import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Order;
import io.hakika.domain.QueryClass;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.MerchantAccount;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything that an {@link StkGateway} has to keep to. An implementor hands out orders whose
 * customers, and the provider in between, behave as wanted.
 */
public interface StkGatewayContract {

  /** The gateway under test; the same one as long as a test runs. */
  StkGateway gateway();

  /** What the gateway dates its answers by. */
  Clock clock();

  /** A new order, of a served account, whose push will become that. */
  Order orderWhosePushIs(PushOutcome wanted);

  /** An order whose push was accepted, far enough on that a question about it is answered so. */
  Pushed pushedOrderWhoseQueryIs(QueryOutcome wanted);

  /** How many pushes of {@code order} reached the provider. */
  int pushesThatArrived(Order order);

  /** What may become of a push. */
  enum PushOutcome {
    ACCEPTED,
    REFUSED,
    /** Nothing could be connected to, or the provider turned it away unread. */
    NOT_SENT,
    /** Turned away for coming too fast. */
    THROTTLED,
    /** Sent, and no usable answer came. */
    UNKNOWN
  }

  /** What may be answered to a question. */
  enum QueryOutcome {
    SUCCESS,
    CERTAIN_FAILURE,
    LIKELY_FAILURE,
    /** Still under processing. */
    PENDING,
    /** Turned away for coming too fast. */
    THROTTLED,
    /** No usable answer came. */
    UNANSWERED
  }

  /** A push that the provider has taken. */
  record Pushed(Order order, CheckoutRequestId id) {}

  private PushAnswer pushes(PushOutcome wanted) {
    return gateway().push(orderWhosePushIs(wanted));
  }

  private Queried asks(QueryOutcome wanted) {
    var pushed = pushedOrderWhoseQueryIs(wanted);
    return gateway().query(pushed.order(), pushed.id());
  }

  @Test
  default void it_serves_the_accounts_it_has_the_credentials_of_and_no_others() {
    var served = orderWhosePushIs(PushOutcome.ACCEPTED).account();

    assertThat(gateway().serves(served)).isTrue();
    assertThat(gateway().serves(new MerchantAccount("nobody-knows-this-one"))).isFalse();
  }

  @Test
  default void an_accepted_push_has_both_names() {
    assertThat(pushes(PushOutcome.ACCEPTED))
        .isInstanceOfSatisfying(
            PushAnswer.Accepted.class,
            accepted -> assertThat(accepted.ids().merchantRequestId()).isNotNull());
  }

  @Test
  default void two_pushes_have_two_names() {
    var one = (PushAnswer.Accepted) pushes(PushOutcome.ACCEPTED);
    var other = (PushAnswer.Accepted) pushes(PushOutcome.ACCEPTED);

    assertThat(one.ids().checkoutRequestId()).isNotEqualTo(other.ids().checkoutRequestId());
  }

  @Test
  default void a_refused_push_says_why() {
    assertThat(pushes(PushOutcome.REFUSED))
        .isInstanceOfSatisfying(
            PushAnswer.Refused.class,
            refused -> {
              assertThat(refused.code()).isNotBlank();
              assertThat(refused.reason().value()).isNotBlank();
            });
  }

  @Test
  default void a_push_that_was_not_sent_says_why() {
    assertThat(pushes(PushOutcome.NOT_SENT))
        .isInstanceOfSatisfying(
            PushAnswer.NotSent.class,
            notSent -> {
              assertThat(notSent.throttled()).isFalse();
              assertThat(notSent.reason().value()).isNotBlank();
            });
  }

  @Test
  default void a_push_that_came_too_fast_was_not_sent() {
    assertThat(pushes(PushOutcome.THROTTLED))
        .isInstanceOfSatisfying(
            PushAnswer.NotSent.class, notSent -> assertThat(notSent.throttled()).isTrue());
  }

  @Test
  default void a_wait_that_is_asked_for_is_no_negative_one() {
    for (var wanted : List.of(PushOutcome.NOT_SENT, PushOutcome.THROTTLED)) {
      var wait = ((PushAnswer.NotSent) pushes(wanted)).retryAfter();
      assertThat(wait == null || !wait.isNegative()).as("%s: %s", wanted, wait).isTrue();
    }
  }

  @Test
  default void an_outcome_that_nobody_can_know_is_an_answer() {
    assertThat(pushes(PushOutcome.UNKNOWN))
        .isInstanceOfSatisfying(
            PushAnswer.Unknown.class, unknown -> assertThat(unknown.reason().value()).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPTED", "UNKNOWN"})
  default void a_push_that_may_ring_is_sent_once(PushOutcome wanted) {
    var order = orderWhosePushIs(wanted);

    gateway().push(order);

    assertThat(pushesThatArrived(order)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "NOT_SENT", "THROTTLED"})
  default void a_push_that_does_not_ring_is_not_repeated(PushOutcome wanted) {
    var order = orderWhosePushIs(wanted);

    gateway().push(order);

    assertThat(pushesThatArrived(order)).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  default void an_answer_to_a_push_is_dated_when_it_came_to_the_microsecond(PushOutcome wanted) {
    var order = orderWhosePushIs(wanted);
    var before = micros(clock().instant());

    var answer = gateway().push(order);

    assertDated(answer, before);
  }

  @ParameterizedTest
  @EnumSource
  default void an_answer_to_a_question_is_dated_when_it_came_to_the_microsecond(
      QueryOutcome wanted) {
    var pushed = pushedOrderWhoseQueryIs(wanted);
    var before = micros(clock().instant());

    var queried = gateway().query(pushed.order(), pushed.id());

    assertDated(queried.answer(), before);
  }

  private void assertDated(Evidence answer, Instant before) {
    assertThat(answer.at()).isBetween(before, clock().instant());
    assertThat(answer.at()).isEqualTo(micros(answer.at()));
  }

  private static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  @ParameterizedTest
  @EnumSource
  default void no_answer_to_a_push_shows_the_payer_or_a_secret(PushOutcome wanted) {
    var order = orderWhosePushIs(wanted);

    var shown = gateway().push(order).toString();

    assertShowsNothingOf(order, shown);
  }

  @ParameterizedTest
  @EnumSource
  default void no_answer_to_a_question_shows_the_payer_or_a_secret(QueryOutcome wanted) {
    var pushed = pushedOrderWhoseQueryIs(wanted);

    var shown = gateway().query(pushed.order(), pushed.id()).toString();

    assertShowsNothingOf(pushed.order(), shown);
  }

  private static void assertShowsNothingOf(Order order, String shown) {
    assertThat(shown)
        .doesNotContain(order.phone().digits().substring(3))
        .doesNotContain(order.callbackToken().value())
        .doesNotContain(order.statusToken().value());
  }

  @Test
  default void a_success_is_said_with_its_code_and_its_bytes() {
    var queried = asks(QueryOutcome.SUCCESS);

    assertThat(queried.answer().says()).isEqualTo(QueryClass.SUCCESS);
    assertThat(queried.answer().resultCode()).isEqualTo("0");
    assertThat(queried.answer().answered()).isTrue();
    assertThat(queried.answer().throttled()).isFalse();
    assertThat(queried.body()).isNotEmpty();
  }

  @Test
  default void a_certain_failure_says_what_it_means_to_a_shop() {
    var answer = asks(QueryOutcome.CERTAIN_FAILURE).answer();

    assertThat(answer.says()).isEqualTo(QueryClass.CERTAIN_FAILURE);
    assertThat(answer.resultCode()).isNotBlank();
    assertThat(answer.category()).isNotEqualTo(FailureCategory.OTHER);
    assertThat(answer.answered()).isTrue();
  }

  @Test
  default void a_likely_failure_is_no_certain_one() {
    var answer = asks(QueryOutcome.LIKELY_FAILURE).answer();

    assertThat(answer.says()).isEqualTo(QueryClass.LIKELY_FAILURE);
    assertThat(answer.resultCode()).isNotBlank();
    assertThat(answer.answered()).isTrue();
  }

  @Test
  default void still_pending_says_nothing_yet_but_is_an_answer() {
    var answer = asks(QueryOutcome.PENDING).answer();

    assertThat(answer.says()).isEqualTo(QueryClass.NO_INFORMATION);
    assertThat(answer.answered()).isTrue();
    assertThat(answer.throttled()).isFalse();
  }

  @Test
  default void a_question_that_came_too_fast_says_so_and_nothing_else() {
    var answer = asks(QueryOutcome.THROTTLED).answer();

    assertThat(answer.says()).isEqualTo(QueryClass.NO_INFORMATION);
    assertThat(answer.throttled()).isTrue();
  }

  @Test
  default void a_question_without_an_answer_says_nothing() {
    var queried = asks(QueryOutcome.UNANSWERED);

    assertThat(queried.answer().says()).isEqualTo(QueryClass.NO_INFORMATION);
    assertThat(queried.answer().resultCode()).isNull();
    assertThat(queried.answer().answered()).isFalse();
    assertThat(queried.answer().throttled()).isFalse();
    assertThat(queried.answer().resultDesc().value()).isNotBlank();
  }

  @Test
  default void asking_sends_no_push() {
    var pushed = pushedOrderWhoseQueryIs(QueryOutcome.PENDING);
    var before = pushesThatArrived(pushed.order());

    gateway().query(pushed.order(), pushed.id());

    assertThat(pushesThatArrived(pushed.order())).isEqualTo(before);
  }

  @Test
  default void many_may_push_at_once_and_each_gets_its_own_answer() {
    var works = new ArrayList<Callable<PushAnswer>>();
    for (var count = 0; count < 8; count++) {
      var order = orderWhosePushIs(PushOutcome.ACCEPTED);
      works.add(() -> gateway().push(order));
    }

    var answers = Rivals.race(works);

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer).isInstanceOf(PushAnswer.Accepted.class))
        .extracting(answer -> ((PushAnswer.Accepted) answer).ids().checkoutRequestId())
        .doesNotHaveDuplicates();
  }
}
