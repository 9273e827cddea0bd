package io.hakika.application.contract;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.PATIENCE;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.Entries;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.EventLog.Logged;
import io.hakika.application.port.driven.PaymentStore.Recorded;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driven.PaymentStore.Work;
import io.hakika.domain.Evidence;
import io.hakika.domain.PaymentEvent;
import io.hakika.domain.Verdict;
import io.hakika.domain.Verdict.Ignored;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writing what became of a payment: all of it or nothing, and never over another's writing. */
public interface RecordingContract extends StoreContract {

  private Recorded records(Stored was, Evidence evidence) {
    var verdict = was.payment().weigh(evidence, PATIENCE);
    var entry = Entries.callback(evidence.at(), "applied", "0");
    return stores().store().record(Recording.of(was, verdict, List.of(entry)));
  }

  @Test
  default void a_move_is_written_with_its_event_and_its_history() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);
    stores().tellAll();

    assertThat(records(submitted, fixture.success())).isEqualTo(Recorded.WRITTEN);

    assertThat(stores().walk().now(fixture.id()).payment()).isEqualTo(fixture.paid());
    assertThat(stores().timeline(fixture.id())).hasSize(2);
    assertThat(stores().tellAll())
        .singleElement()
        .satisfies(told -> assertThat(told.event()).isInstanceOf(PaymentEvent.Paid.class));
  }

  @Test
  default void each_change_of_status_makes_the_version_one_more() {
    var fixture = aPayment();
    var opened = stores().walk().opens(fixture);
    var submitted = stores().walk().hears(opened, fixture.accepted());
    var paid = stores().walk().hears(submitted, fixture.success());

    assertThat(List.of(opened.version(), submitted.version(), paid.version()))
        .containsExactly(1, 2, 3);
  }

  @Test
  default void what_is_learned_without_a_change_of_status_leaves_the_version() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);

    var asked = stores().walk().hears(submitted, fixture.queryStillPending());

    assertThat(asked.version()).isEqualTo(submitted.version());
    assertThat(asked.payment().facts().queries().tried()).isEqualTo(1);
  }

  @Test
  default void a_contradiction_that_must_be_told_leaves_the_version() {
    var fixture = aPayment();
    var paid = stores().walk().to(Stage.PAID, fixture);
    stores().tellAll();

    var contradicted = stores().walk().hears(paid, fixture.cancelled());

    assertThat(contradicted.version()).isEqualTo(paid.version());
    assertThat(stores().tellAll()).extracting(Logged::version).containsExactly(paid.version());
  }

  @Test
  default void a_move_with_several_events_tells_them_in_order() {
    var fixture = aPayment();
    var opened = stores().walk().opens(fixture);
    var submitted = opened.payment().weigh(fixture.accepted(), PATIENCE);
    var paid = submitted.now().weigh(fixture.success(), PATIENCE);
    var both = List.of(submitted.events().get(0), paid.events().get(0));

    stores().walk().records(opened, new Verdict.Moved<>(paid.now(), both));

    assertThat(stores().tellAll()).extracting(Logged::event).containsExactlyElementsOf(both);
  }

  @Test
  default void whoever_was_overtaken_writes_nothing() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);
    var cancelled = stores().walk().hears(submitted, fixture.cancelled());
    stores().tellAll();

    assertThat(records(submitted, fixture.success())).isEqualTo(Recorded.OVERTAKEN);

    assertThat(stores().walk().now(fixture.id())).isEqualTo(cancelled);
    assertThat(stores().timeline(fixture.id())).hasSize(1);
    assertThat(stores().details(fixture.id()).lastCallback()).isNull();
    assertThat(stores().tellAll()).isEmpty();
  }

  @Test
  default void somebody_who_learned_a_thing_overtakes_like_somebody_who_moved_it() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);
    stores().walk().hears(submitted, fixture.queryStillPending());

    assertThat(records(submitted, fixture.success())).isEqualTo(Recorded.OVERTAKEN);
  }

  @Test
  default void whoever_was_overtaken_may_weigh_again() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);
    stores().walk().hears(submitted, fixture.queryStillPending());

    assertThat(records(stores().walk().now(fixture.id()), fixture.success()))
        .isEqualTo(Recorded.WRITTEN);
  }

  @Test
  default void what_changes_nothing_is_kept_and_changes_neither_row_nor_version() {
    var fixture = aPayment();
    var paid = stores().walk().to(Stage.PAID, fixture);
    stores().tellAll();

    assertThat(records(paid, fixture.success())).isEqualTo(Recorded.WRITTEN);

    assertThat(paid.payment().weigh(fixture.success(), PATIENCE)).isInstanceOf(Ignored.class);
    assertThat(stores().walk().now(fixture.id())).isEqualTo(paid);
    assertThat(stores().timeline(fixture.id())).hasSize(2);
    assertThat(stores().details(fixture.id()).lastCallback()).isNotNull();
    assertThat(stores().tellAll()).isEmpty();
  }

  @Test
  default void what_changes_nothing_cannot_be_overtaken() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);
    var paid = stores().walk().hears(submitted, fixture.success());
    var nothing = new Ignored(submitted.payment(), Verdict.Reading.DUPLICATE);
    var entry = Entries.callback(NOON, "duplicate", "0");

    var recorded = stores().store().record(Recording.of(submitted, nothing, List.of(entry)));

    assertThat(recorded).isEqualTo(Recorded.WRITTEN);
    assertThat(stores().walk().now(fixture.id())).isEqualTo(paid);
  }

  @Test
  default void what_changes_nothing_does_not_overtake_others() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);
    var nothing = new Ignored(submitted.payment(), Verdict.Reading.DUPLICATE);
    stores().store().record(Recording.of(submitted, nothing, List.of()));

    assertThat(records(submitted, fixture.success())).isEqualTo(Recorded.WRITTEN);
  }

  @Test
  default void a_recorded_change_ends_a_claim() {
    var fixture = aPayment();
    stores().walk().to(Stage.SUBMITTED, fixture);
    var now = fixture.after(Duration.ofHours(1));
    var lease = Duration.ofHours(9);
    var claimed = stores().store().claimDue(Work.RECOVERY, now, lease, 1).get(0);

    stores().walk().hears(claimed, fixture.queryStillPending());

    assertThat(stores().store().claimDue(Work.RECOVERY, now, lease, 1)).hasSize(1);
  }

  @Test
  default void whoever_holds_a_claim_may_write() {
    var fixture = aPayment();
    stores().walk().to(Stage.SUBMITTED, fixture);
    var now = fixture.after(Duration.ofHours(1));

    var claimed = stores().store().claimDue(Work.RECOVERY, now, StoreUnderTest.LEASE, 1);

    assertThat(records(claimed.get(0), fixture.success())).isEqualTo(Recorded.WRITTEN);
  }

  @Test
  default void the_last_decision_of_a_person_is_found() {
    var fixture = aPayment();
    var review = stores().walk().to(Stage.UNSETTLED, fixture);
    assertThat(stores().store().lastResolution(fixture.id())).isEmpty();
    var nothing = new Ignored(review.payment(), Verdict.Reading.DUPLICATE);
    var lines =
        List.of(
            Entries.resolved(NOON, "amina", "failed"),
            Entries.resolved(NOON, "baraka", "reopen"),
            Entries.callback(NOON, "duplicate", "0"));

    stores().store().record(Recording.of(review, nothing, lines));

    assertThat(stores().store().lastResolution(fixture.id()))
        .hasValueSatisfying(
            last -> {
              assertThat(last.detail()).containsEntry("by", "baraka");
              assertThat(last).isEqualTo(lines.get(1));
            });
    assertThat(stores().store().lastResolution(aPayment().id())).isEmpty();
  }
}
