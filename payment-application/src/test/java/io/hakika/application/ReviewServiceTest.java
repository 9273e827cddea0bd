package io.hakika.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.WatchedPaymentStore.Call;
import io.hakika.application.fake.WatchedPaymentStore.Watch;
import io.hakika.application.port.driven.PaymentStore.EntryKind;
import io.hakika.application.port.driving.ReviewPayments.Outcome;
import io.hakika.application.port.driving.ReviewPayments.Resolution;
import io.hakika.application.port.driving.ReviewPayments.Result;
import io.hakika.domain.Failed;
import io.hakika.domain.HeldReceipt;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.Paid;
import io.hakika.domain.Submitted;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.Review;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person may decide, once, about what they looked at. */
@Timeout(30)
final class ReviewServiceTest {

  private static final Receipt FOUND = new Receipt("UKFOUND001");
  private static final Outcome PAID = new Outcome.Paid(FOUND);
  private static final Outcome FAILED = new Outcome.Failed();
  private static final Outcome REOPEN = new Outcome.Reopen();

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  private Result resolves(PaymentId id, Outcome outcome) {
    return resolves(id, outcome, "seen on the statement", "amina", null);
  }

  private Result resolves(
      PaymentId id, Outcome outcome, String note, String by, @Nullable Integer version) {
    return world.hakika().reviews().resolve(new Resolution(id, outcome, note, by, version));
  }

  /** A payment that nobody could settle. */
  private PaymentId unsettled() {
    var id = world.opened("ORD-" + world.gateway.pushes().size());
    world.passes(Duration.ofHours(24));
    world.sweeps();
    return id;
  }

  private PaymentId failed() {
    var id = world.opened("ORD-" + world.gateway.pushes().size());
    world.delivers(id, world.callbackOf(id).cancelled());
    return id;
  }

  @Test
  void a_person_finds_the_money_and_its_receipt() {
    var id = unsettled();

    assertThat(resolves(id, PAID)).isEqualTo(new Result.Resolved(world.details(id)));

    assertThat(world.payment(id)).isInstanceOf(Paid.class);
    var held = Objects.requireNonNull(world.payment(id).facts().receipt());
    assertThat(held).isEqualTo(new HeldReceipt(FOUND, HeldReceipt.Source.OPERATOR));
    assertThat(world.details(id).version()).isEqualTo(4);
    assertThat(world.told()).endsWith("payment.needs_review", "payment.paid");
  }

  @Test
  void a_decision_is_written_down_with_who_made_it_and_why() {
    var id = unsettled();

    resolves(id, PAID);

    var history = world.timeline(id);
    var decision = history.get(history.size() - 2);
    assertThat(decision.kind()).isEqualTo(EntryKind.RESOLVED);
    assertThat(decision.detail())
        .containsEntry("by", "amina")
        .containsEntry("note", "seen on the statement")
        .containsEntry("outcome", "paid")
        .containsEntry("receipt", "UKFOUND001");
    assertThat(history.get(history.size() - 1).kind()).isEqualTo(EntryKind.STATUS_CHANGED);
  }

  @Test
  void a_person_finds_that_no_money_moved() {
    var id = unsettled();

    assertThat(resolves(id, FAILED)).isEqualTo(new Result.Resolved(world.details(id)));

    var decline = ((Failed) world.payment(id)).decline();
    assertThat(decline.source()).isEqualTo(Decline.Source.OPERATOR);
    assertThat(decline.reason().value()).isEqualTo("seen on the statement");
  }

  @Test
  void a_person_doubts_a_failure() {
    var id = failed();

    assertThat(resolves(id, REOPEN)).isEqualTo(new Result.Resolved(world.details(id)));

    assertThat(((NeedsReview) world.payment(id)).review().reason())
        .isEqualTo(Review.Reason.CONTRADICTORY);
  }

  @Test
  void an_order_that_a_person_gave_up_may_be_tried_again() {
    var id = unsettled();
    var order = world.payment(id).order().orderId().value();

    resolves(id, FAILED);

    assertThat(world.payment(world.opened(order))).isInstanceOf(Submitted.class);
  }

  @Test
  void what_does_not_exist_is_not_found() {
    assertThat(resolves(PaymentFixture.aPayment().id(), PAID)).isEqualTo(new Result.NotFound());
  }

  @Test
  void what_waits_for_nobody_is_not_reviewable() {
    var submitted = world.opened("ORD-1");
    var paid = world.opened("ORD-2");
    world.delivers(paid, world.callbackOf(paid).success());

    for (var id : new PaymentId[] {submitted, paid}) {
      for (var outcome : new Outcome[] {PAID, FAILED, REOPEN}) {
        assertThat(resolves(id, outcome)).isEqualTo(new Result.NotReviewable(world.details(id)));
      }
    }
  }

  @Test
  void a_failure_can_only_be_doubted_and_what_waits_cannot_be_reopened() {
    var failed = failed();
    var waiting = unsettled();

    assertThat(resolves(failed, PAID)).isInstanceOf(Result.NotReviewable.class);
    assertThat(resolves(failed, FAILED)).isInstanceOf(Result.NotReviewable.class);
    assertThat(resolves(waiting, REOPEN)).isInstanceOf(Result.NotReviewable.class);
  }

  @Test
  void a_decision_about_what_the_payment_was_is_a_conflict() {
    var id = unsettled();
    var version = world.details(id).version();

    assertThat(resolves(id, PAID, "note", "amina", version - 1))
        .isEqualTo(new Result.VersionConflict(world.details(id)));
    assertThat(world.payment(id)).isInstanceOf(NeedsReview.class);
    assertThat(resolves(id, PAID, "note", "amina", version)).isInstanceOf(Result.Resolved.class);
  }

  @Test
  void the_same_decision_again_changes_nothing() {
    var id = unsettled();
    var version = world.details(id).version();
    resolves(id, PAID, "seen", "amina", version);
    var before = world.details(id);

    assertThat(resolves(id, PAID, "seen", "amina", version)).isEqualTo(new Result.Resolved(before));
    assertThat(world.details(id)).isEqualTo(before);
  }

  @Test
  void another_decision_about_what_was_decided_is_refused() {
    var id = unsettled();
    resolves(id, PAID, "seen", "amina", null);

    assertThat(resolves(id, PAID, "seen", "baraka", null)).isInstanceOf(Result.NotReviewable.class);
    assertThat(resolves(id, PAID, "not seen", "amina", null))
        .isInstanceOf(Result.NotReviewable.class);
    assertThat(resolves(id, new Outcome.Paid(new Receipt("UKOTHER001")), "seen", "amina", null))
        .isInstanceOf(Result.NotReviewable.class);
    assertThat(resolves(id, FAILED, "seen", "amina", null))
        .isInstanceOf(Result.NotReviewable.class);
  }

  @Test
  void a_receipt_of_another_payment_is_taken() {
    var holder = world.opened("ORD-HOLDER");
    world.delivers(holder, world.callbackOf(holder).success(FOUND));
    var id = unsettled();

    assertThat(resolves(id, PAID)).isEqualTo(new Result.ReceiptTaken());
    assertThat(world.payment(id)).isInstanceOf(NeedsReview.class);
    assertThat(world.history(id)).doesNotContain(EntryKind.RESOLVED);
  }

  @Test
  void a_callback_that_comes_first_leaves_nothing_to_decide() {
    var id = unsettled();
    var success = world.callbackOf(id).success();
    world.store.watchedBy(
        new Watch() {
          @Override
          public void before(Call call) {
            if (call == Call.RECORD) {
              world.store.recovers();
              world.delivers(id, success);
            }
          }
        });

    assertThat(resolves(id, FAILED)).isEqualTo(new Result.NotReviewable(world.details(id)));
    assertThat(world.payment(id)).isInstanceOf(Paid.class);
  }

  @Test
  void of_many_people_who_decide_at_once_one_does() {
    var id = unsettled();

    var results =
        IntStream.range(0, 12)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> decides(id, i)))
            .toList();

    assertThat(results).extracting(CompletableFuture::join).containsOnlyOnce(true);
    assertThat(world.history(id)).containsOnlyOnce(EntryKind.RESOLVED);
  }

  private boolean decides(PaymentId id, int person) {
    return resolves(id, FAILED, "seen", "person " + person, null) instanceof Result.Resolved;
  }

  @Test
  void a_phone_number_in_a_note_is_masked_wherever_it_is_kept() {
    var id = unsettled();
    var note = "called 0712345678, says no";

    resolves(id, FAILED, note, "amina", null);

    var masked = "called 07•••••678, says no";
    assertThat(world.timeline(id))
        .allSatisfy(line -> assertThat(line.toString()).doesNotContain("0712345678"))
        .anySatisfy(line -> assertThat(line.detail()).containsEntry("note", masked));
    assertThat(((Failed) world.payment(id)).decline().reason().value()).isEqualTo(masked);
    assertThat(resolves(id, FAILED, note, "amina", null)).isInstanceOf(Result.Resolved.class);
  }
}
