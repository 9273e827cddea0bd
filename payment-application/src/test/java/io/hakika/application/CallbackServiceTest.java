package io.hakika.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hakika.application.fake.Replies;
import io.hakika.application.fake.ScriptedCallbackReader;
import io.hakika.application.fake.WatchedPaymentStore.Call;
import io.hakika.application.fake.WatchedPaymentStore.Watch;
import io.hakika.application.port.driving.ReceiveCallback.Answer;
import io.hakika.application.port.driving.ReceiveCallback.Delivery;
import io.hakika.application.port.driving.ReviewPayments.Outcome;
import io.hakika.application.port.driving.ReviewPayments.Resolution;
import io.hakika.domain.Failed;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.Paid;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.Submitted;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.Review;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What callbacks do, what is answered to them, and that none is lost. */
@Timeout(30)
final class CallbackServiceTest {

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  private PaymentId submitted() {
    return world.opened("ORD-" + world.gateway.pushes().size());
  }

  private long counted(PaymentId id) {
    return Objects.requireNonNull(world.details(id).lastCallback()).count();
  }

  @Test
  void a_success_pays() {
    var id = submitted();
    var callback = world.callbackOf(id);

    assertThat(world.delivers(id, callback.success())).isEqualTo(Answer.ACCEPTED);

    var paid = (Paid) world.payment(id);
    assertThat(Objects.requireNonNull(paid.facts().receipt()).number())
        .isEqualTo(callback.receipt());
    assertThat(paid.settledAt()).isEqualTo(world.clock.instant());
    assertThat(world.verdicts(id)).containsExactly("applied");
    assertThat(world.told()).containsExactly("payment.submitted", "payment.paid");
  }

  @Test
  void a_callback_is_two_statements_and_a_commit() {
    var id = submitted();
    var token = world.payment(id).order().callbackToken();
    var body = ScriptedCallbackReader.bytesOf(world.callbackOf(id).success());
    var before = world.store.calls().size();

    assertThat(world.hakika().callbacks().recognises(token.value())).isTrue();
    world.hakika().callbacks().receive(new Delivery(token, body, false));

    assertThat(world.store.calls().subList(before, world.store.calls().size()))
        .containsExactly(Call.FIND_BY_TOKEN, Call.RECORD);
  }

  @Test
  void a_failure_fails() {
    var id = submitted();

    world.delivers(id, world.callbackOf(id).cancelled());

    assertThat(world.payment(id)).isInstanceOf(Failed.class);
    assertThat(world.told()).containsExactly("payment.submitted", "payment.failed");
  }

  @Test
  void the_same_again_changes_nothing_and_is_counted() {
    var id = submitted();
    world.delivers(id, world.callbackOf(id).success());
    var before = world.details(id);

    assertThat(world.delivers(id, world.callbackOf(id).success())).isEqualTo(Answer.ACCEPTED);

    assertThat(world.payment(id)).isEqualTo(before.payment());
    assertThat(world.details(id).version()).isEqualTo(before.version());
    assertThat(world.verdicts(id)).containsExactly("applied", "duplicate");
    assertThat(counted(id)).isEqualTo(2);
    assertThat(world.told()).containsExactly("payment.submitted", "payment.paid");
  }

  @Test
  void sixty_at_once_are_one_change_and_one_event() {
    var id = submitted();
    var success = world.callbackOf(id).success();

    var answers =
        IntStream.range(0, 60)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> world.delivers(id, success)))
            .toList();

    assertThat(answers).extracting(CompletableFuture::join).containsOnly(Answer.ACCEPTED);
    assertThat(world.details(id).version()).isEqualTo(3);
    assertThat(counted(id)).isEqualTo(60);
    assertThat(world.verdicts(id)).hasSize(60).containsOnlyOnce("applied");
    assertThat(world.told()).containsExactly("payment.submitted", "payment.paid");
  }

  @Test
  void a_failure_after_the_success_is_kept_told_and_listed_but_undoes_nothing() {
    var id = submitted();
    world.delivers(id, world.callbackOf(id).success());

    assertThat(world.delivers(id, world.callbackOf(id).cancelled())).isEqualTo(Answer.ACCEPTED);

    assertThat(world.payment(id)).isInstanceOf(Paid.class);
    assertThat(world.payment(id).facts().attention()).containsExactly(Attention.CONTRADICTED);
    assertThat(world.verdicts(id)).containsExactly("applied", "contradictory");
    assertThat(world.told())
        .containsExactly("payment.submitted", "payment.paid", "payment.contradicted");
  }

  @Test
  void a_success_after_the_failure_needs_a_person() {
    var id = submitted();
    world.delivers(id, world.callbackOf(id).cancelled());

    world.delivers(id, world.callbackOf(id).success());

    assertThat(((NeedsReview) world.payment(id)).review().reason())
        .isEqualTo(Review.Reason.CONTRADICTORY);
    assertThat(world.payment(id).facts().receipt()).isNotNull();
  }

  @Test
  void another_amount_needs_a_person() {
    var id = submitted();

    world.delivers(id, world.callbackOf(id).successOf("1"));

    assertThat(((NeedsReview) world.payment(id)).review().reason())
        .isEqualTo(Review.Reason.AMOUNT_MISMATCH);
  }

  @Test
  void a_success_without_a_receipt_pays_and_a_later_one_brings_it() {
    var id = submitted();

    world.delivers(id, world.callbackOf(id).bareSuccess());
    assertThat(world.payment(id).facts().attention()).containsExactly(Attention.RECEIPT_MISSING);

    world.delivers(id, world.callbackOf(id).success());
    assertThat(world.payment(id).facts().receipt()).isNotNull();
    assertThat(world.payment(id).facts().attention()).isEmpty();
    assertThat(world.details(id).version()).isEqualTo(3);
  }

  @Test
  void still_under_processing_changes_nothing() {
    var id = submitted();

    assertThat(world.delivers(id, world.callbackOf(id).noOutcome())).isEqualTo(Answer.ACCEPTED);

    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
  }

  @Test
  void a_callback_of_another_push_changes_nothing_and_makes_a_question_due() {
    var id = submitted();

    assertThat(world.delivers(id, world.callbackOf(id).ofAnotherPush())).isEqualTo(Answer.ACCEPTED);

    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
    assertThat(world.payment(id).facts().attention())
        .containsExactly(Attention.MISMATCHED_CALLBACK);
    assertThat(world.verdicts(id)).containsExactly("mismatched");
    world.hakika().recovery().sweep();
    assertThat(world.gateway.queries()).hasSize(1);
  }

  @Test
  void what_is_no_callback_is_kept_and_makes_a_question_due() {
    var id = submitted();
    var body = "<html>".getBytes(UTF_8);

    assertThat(world.delivers(id, body)).isEqualTo(Answer.MALFORMED);

    assertThat(world.verdicts(id)).containsExactly("malformed");
    assertThat(world.timeline(id)).last().satisfies(e -> assertThat(e.body()).isEqualTo(body));
    assertThat(world.details(id).lastCallback()).isNull();
    world.hakika().recovery().sweep();
    assertThat(world.gateway.queries()).hasSize(1);
  }

  @Test
  void what_comes_from_an_address_that_is_not_believed_is_kept_and_never_applied() {
    var id = submitted();
    var token = world.payment(id).order().callbackToken();
    var body = ScriptedCallbackReader.bytesOf(world.callbackOf(id).success());

    var answer = world.hakika().callbacks().receive(new Delivery(token, body, true));

    assertThat(answer).isEqualTo(Answer.REFUSED);
    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
    assertThat(world.verdicts(id)).containsExactly("refused");
    assertThat(world.details(id).lastCallback()).isNull();
    world.hakika().recovery().sweep();
    assertThat(world.gateway.queries()).hasSize(1);
  }

  @Test
  void a_callback_heals_a_lost_acknowledgement() {
    world.gateway.nextPushIs(Replies.unknown());
    var id = submitted();
    assertThat(world.payment(id).facts().ids()).isNull();

    world.delivers(id, world.callbackOf(id).success());

    assertThat(world.payment(id)).isInstanceOf(Paid.class);
    assertThat(world.payment(id).facts().ids()).isEqualTo(world.gateway.namesOf(id));
  }

  @Test
  void a_queued_push_is_dropped_when_a_callback_settles_the_payment() {
    world.gateway.nextPushIs(Replies.notSent());
    var id = submitted();

    world.delivers(id, world.callbackOf(id).success());
    world.passes(Duration.ofSeconds(60));
    world.hakika().recovery().resend();

    assertThat(world.payment(id)).isInstanceOf(Paid.class);
    assertThat(world.gateway.pushes()).hasSize(1);
  }

  @Test
  void a_receipt_of_another_payment_is_not_put_on_this_one() {
    var first = submitted();
    world.delivers(first, world.callbackOf(first).success());
    var taken = world.callbackOf(first).receipt();
    var id = submitted();

    assertThat(world.delivers(id, world.callbackOf(id).success(taken))).isEqualTo(Answer.ACCEPTED);

    assertThat(((NeedsReview) world.payment(id)).review().reason())
        .isEqualTo(Review.Reason.CONTRADICTORY);
    assertThat(world.payment(id).facts().receipt()).isNull();
    assertThat(world.payment(first)).isInstanceOf(Paid.class);
  }

  @Test
  void a_name_of_another_push_tells_nothing_about_this_one() {
    var first = submitted();
    world.gateway.nextPushIs(Replies.unknown());
    var id = submitted();
    var foreign = new Callbacks(world.payment(id).order(), world.gateway.namesOf(first));

    assertThat(world.delivers(id, foreign.success())).isEqualTo(Answer.ACCEPTED);

    assertThat(world.payment(id).status()).isEqualTo(PaymentStatus.PENDING);
    assertThat(world.payment(id).facts().ids()).isNull();
    assertThat(world.verdicts(id)).containsExactly("mismatched");
  }

  @Test
  void a_name_and_a_receipt_of_another_payment_tell_nothing_about_this_one() {
    var first = submitted();
    world.delivers(first, world.callbackOf(first).success());
    world.gateway.nextPushIs(Replies.unknown());
    var id = submitted();
    var foreign = new Callbacks(world.payment(id).order(), world.gateway.namesOf(first));

    world.delivers(id, foreign.success(world.callbackOf(first).receipt()));

    assertThat(world.payment(id).facts().receipt()).isNull();
    assertThat(world.verdicts(id)).containsExactly("mismatched");
  }

  @Test
  void a_typed_receipt_yields_to_the_payment_that_a_callback_brings_it_for() {
    var id = submitted();
    var wanted = world.callbackOf(id).receipt();
    var reviewed = needsReview();
    world
        .hakika()
        .reviews()
        .resolve(new Resolution(reviewed, new Outcome.Paid(wanted), "seen", "amina", null));

    world.delivers(id, world.callbackOf(id).success());

    assertThat(world.payment(id)).isInstanceOf(Paid.class);
    assertThat(world.payment(reviewed).facts().receipt()).isNull();
    assertThat(world.payment(reviewed).facts().attention()).contains(Attention.CONTRADICTED);
  }

  private PaymentId needsReview() {
    var id = submitted();
    world.delivers(id, world.callbackOf(id).cancelled());
    world.delivers(id, world.callbackOf(id).success(new Receipt("UKOTHER001")));
    return id;
  }

  @Test
  void whoever_is_overtaken_by_another_callback_weighs_again() {
    var id = submitted();
    var cancelled = world.callbackOf(id).cancelled();
    world.store.watchedBy(
        new Watch() {
          @Override
          public void before(Call call) {
            if (call == Call.RECORD) {
              world.store.recovers();
              world.delivers(id, cancelled);
            }
          }
        });

    world.delivers(id, world.callbackOf(id).success());

    assertThat(world.payment(id)).isInstanceOf(NeedsReview.class);
    assertThat(world.verdicts(id)).containsExactly("applied", "applied");
  }

  @Test
  void a_callback_that_breaks_the_reader_is_kept_answered_and_weighed_later() {
    var id = submitted();
    world.reader.breakNext(1);

    assertThat(world.delivers(id, world.callbackOf(id).success())).isEqualTo(Answer.ACCEPTED);

    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
    assertThat(world.faults).containsExactly("weighing a callback: the reader was told to break");
    world.passes(Duration.ofSeconds(1));
    assertThat(world.hakika().recovery().weighKept().moved()).isEqualTo(1);
    var paid = (Paid) world.payment(id);
    assertThat(paid.settledAt()).isEqualTo(world.clock.instant().minusSeconds(1));
    assertThat(world.hakika().recovery().weighKept().looked()).isZero();
  }

  @Test
  void a_callback_that_cannot_be_recorded_is_kept_and_weighed_later() {
    var id = submitted();
    world.store.failsAt(Call.RECORD);
    assertThat(world.delivers(id, world.callbackOf(id).success())).isEqualTo(Answer.ACCEPTED);

    world.store.recovers();
    world.hakika().recovery().weighKept();

    assertThat(world.payment(id)).isInstanceOf(Paid.class);
  }

  @Test
  void a_callback_is_kept_even_where_nobody_hears_of_the_fault() {
    world.with(
        world
            .builder()
            .onFault(
                (doing, cause) -> {
                  throw new IllegalStateException("a listener of faults with a fault");
                }));
    var id = submitted();
    world.reader.breakNext(1);

    assertThatThrownBy(() -> world.delivers(id, world.callbackOf(id).success()))
        .isInstanceOf(IllegalStateException.class);

    world.hakika().recovery().weighKept();
    assertThat(world.payment(id)).isInstanceOf(Paid.class);
  }

  @Test
  void a_callback_that_can_be_kept_nowhere_is_not_acknowledged() {
    var id = submitted();
    world.reader.breakNext(1);
    world.store.failsAt(Call.KEEP);

    assertThatThrownBy(() -> world.delivers(id, world.callbackOf(id).success()))
        .hasMessage("the database is away");
  }

  @Test
  void a_kept_callback_that_breaks_again_does_not_stop_the_others() {
    var broken = submitted();
    var good = submitted();
    world.reader.breakNext(2);
    world.delivers(broken, world.callbackOf(broken).success());
    world.delivers(good, world.callbackOf(good).success());
    world.reader.breakNext(1);

    var pass = world.hakika().recovery().weighKept();

    assertThat(pass.looked()).isEqualTo(2);
    assertThat(pass.faults()).hasSize(1);
    assertThat(world.payment(good)).isInstanceOf(Paid.class);
    world.passes(Duration.ofSeconds(10));
    world.hakika().recovery().weighKept();
    assertThat(world.payment(broken)).isInstanceOf(Paid.class);
  }

  @Test
  void a_kept_malformed_or_refused_callback_is_weighed_as_such() {
    var id = submitted();
    var token = world.payment(id).order().callbackToken();
    world.store.failsAt(Call.RECORD);
    world.delivers(id, "nonsense".getBytes(UTF_8));
    var body = ScriptedCallbackReader.bytesOf(world.callbackOf(id).success());
    assertThat(world.hakika().callbacks().receive(new Delivery(token, body, true)))
        .isEqualTo(Answer.REFUSED);
    world.store.recovers();

    world.hakika().recovery().weighKept();

    assertThat(world.verdicts(id)).containsExactly("malformed", "refused");
    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
  }

  @Test
  void an_authentic_callback_without_its_payment_is_kept() {
    var token = new CallbackToken("ab".repeat(24));

    assertThat(receives(token, false)).isEqualTo(Answer.ACCEPTED);
    assertThat(receives(token, true)).isEqualTo(Answer.REFUSED);
    assertThat(world.hakika().recovery().weighKept().looked()).isZero();
  }

  private Answer receives(CallbackToken token, boolean refused) {
    return world
        .hakika()
        .callbacks()
        .receive(new Delivery(token, "orphan".getBytes(UTF_8), refused));
  }

  @Test
  void a_thousand_orphans_an_hour_are_kept_and_no_more() {
    for (var count = 0; count < 1000; count++) {
      assertThat(receives(new CallbackToken("ab".repeat(24)), false)).isEqualTo(Answer.ACCEPTED);
    }

    assertThat(receives(new CallbackToken("cd".repeat(24)), false)).isEqualTo(Answer.OVERFLOW);
    world.passes(Duration.ofHours(1).plusSeconds(1));
    assertThat(receives(new CallbackToken("cd".repeat(24)), false)).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void tokens_of_ours_are_recognised_without_the_database() {
    var id = submitted();
    var token = world.payment(id).order().callbackToken().value();
    world.store.failsAt(Call.FIND_BY_TOKEN);

    assertThat(world.hakika().callbacks().recognises(token)).isTrue();
  }

  @Test
  void tokens_of_a_forgotten_secret_are_recognised_by_their_payment() {
    var id = submitted();
    var token = world.payment(id).order().callbackToken().value();
    world.with(world.builder().callbackSecrets(List.of("another".getBytes(UTF_8))));

    assertThat(world.hakika().callbacks().recognises(token)).isTrue();
  }

  @Test
  void strangers_tokens_are_not_recognised() {
    for (var token : new String[] {"", "ab", "ab".repeat(24), "AB".repeat(24), "é".repeat(48)}) {
      assertThat(world.hakika().callbacks().recognises(token)).as("<%s>", token).isFalse();
    }
  }
}
