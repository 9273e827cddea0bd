package io.hakika.application.contract;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.Entries;
import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.PaymentStore.Answer;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driven.PaymentStore.EntryKind;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.domain.Verdict;
import io.hakika.domain.value.ProviderText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The history of a payment: whole, in order, unalterable, bounded. */
public interface HistoryContract extends StoreContract {

  /** As many callbacks of one verdict, and as many bodies, as are kept of one payment. */
  int MOST = 200;

  /** Records that came and changed nothing. */
  private void notes(Stored stored, Entry... entries) {
    var nothing = new Verdict.Ignored(stored.payment(), Verdict.Reading.DUPLICATE);
    stores().store().record(Recording.of(stored, nothing, List.of(entries)));
  }

  private void notesCallbacks(Stored stored, String verdict, int times) {
    for (var time = 0; time < times; time++) {
      notes(stored, Entries.callback(NOON.plusSeconds(time), verdict, "0"));
    }
  }

  private List<Entry> callbacks(PaymentFixture fixture) {
    return stores().timeline(fixture.id()).stream()
        .filter(line -> line.kind() == EntryKind.CALLBACK)
        .toList();
  }

  private long counted(PaymentFixture fixture) {
    return Objects.requireNonNull(stores().details(fixture.id()).lastCallback()).count();
  }

  @Test
  default void lines_come_back_as_they_were_in_the_order_they_were_written() {
    var fixture = aPayment();
    var opened = stores().walk().opens(fixture);
    var unnamed = new Answer(null, new ProviderText("The service is down"));
    var lines =
        new Entry[] {
          Entry.of(
              NOON.plusNanos(1000), EntryKind.PUSH_SENT, "Prompt – 🎉", Map.of("a", "1", "b", "")),
          Entry.of(NOON, EntryKind.PUSH_ACCEPTED, "taken", Map.of()),
          Entry.of(NOON, EntryKind.PUSH_REJECTED, "refused", Map.of("code", "\"quoted\"")),
          Entry.of(NOON, EntryKind.PUSH_UNKNOWN, "unknown", Map.of()),
          Entries.callback(NOON, "applied", "SFC_IC0003"),
          Entries.malformedCallback(NOON),
          Entries.query(NOON, unnamed),
          Entries.query(NOON, new Answer("1032", new ProviderText("Cancelled"))),
          Entries.statusChanged(NOON, "pending", "submitted"),
          Entries.resolved(NOON, "amina", "failed"),
          Entry.of(NOON, EntryKind.NOTIFIED, "told", Map.of()),
        };

    notes(opened, lines);

    var kept = stores().timeline(fixture.id());
    assertThat(kept.subList(1, kept.size()))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(lines);
  }

  @Test
  default void each_kind_of_line_is_spelt_apart() {
    assertThat(Arrays.stream(EntryKind.values()).map(EntryKind::code)).doesNotHaveDuplicates();
  }

  @Test
  default void a_body_is_kept_byte_for_byte() {
    var fixture = aPayment();
    var every = new byte[256];
    for (var i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }

    notes(stores().walk().opens(fixture), Entries.callback(NOON, "applied", "0", every));

    assertThat(callbacks(fixture).get(0).body()).isEqualTo(every);
  }

  @Test
  default void the_largest_body_and_the_empty_one_are_kept() {
    var fixture = aPayment();
    var opened = stores().walk().opens(fixture);
    var largest = new byte[64 * 1024];
    Arrays.fill(largest, (byte) 'x');

    notes(opened, Entries.callback(NOON, "applied", "0", largest));
    notes(opened, Entries.callback(NOON, "applied", "0", new byte[0]));

    assertThat(callbacks(fixture)).extracting(Entry::body).containsExactly(largest, new byte[0]);
  }

  @Test
  default void a_body_that_the_caller_changes_afterwards_is_kept_as_it_was() {
    var fixture = aPayment();
    var body = new byte[] {1, 2, 3};
    notes(stores().walk().opens(fixture), Entries.callback(NOON, "applied", "0", body));

    body[0] = 9;

    assertThat(callbacks(fixture).get(0).body()).containsExactly(1, 2, 3);
  }

  @Test
  default void a_body_that_a_reader_changes_is_kept_as_it_was() {
    var fixture = aPayment();
    var body = new byte[] {1, 2, 3};
    notes(stores().walk().opens(fixture), Entries.callback(NOON, "applied", "0", body));

    Objects.requireNonNull(callbacks(fixture).get(0).body())[0] = 9;

    assertThat(callbacks(fixture).get(0).body()).containsExactly(1, 2, 3);
  }

  @Test
  default void of_one_verdict_two_hundred_callbacks_are_kept_and_the_rest_counted() {
    var fixture = aPayment();
    var paid = stores().walk().to(Stage.PAID, fixture);

    notesCallbacks(paid, "duplicate", MOST + 5);

    assertThat(callbacks(fixture)).hasSize(MOST);
    assertThat(counted(fixture)).isEqualTo(MOST + 5L);
    var last = stores().details(fixture.id()).lastCallback();
    assertThat(Objects.requireNonNull(last).at()).isEqualTo(NOON.plusSeconds(MOST + 4L));
  }

  @Test
  default void a_callback_of_another_verdict_is_kept_though_the_first_is_full() {
    var fixture = aPayment();
    var paid = stores().walk().to(Stage.PAID, fixture);
    notesCallbacks(paid, "duplicate", MOST + 1);

    notes(paid, Entries.callback(NOON, "contradictory", "1032"));

    assertThat(callbacks(fixture)).hasSize(MOST + 1);
    var kept = callbacks(fixture).get(MOST);
    assertThat(kept.detail()).containsEntry("verdict", "contradictory");
    assertThat(kept.answer()).isEqualTo(new Answer("1032", new ProviderText("result 1032")));
    assertThat(kept.body()).as("beyond two hundred bodies").isNull();
  }

  @Test
  default void two_hundred_bodies_are_kept_over_all_verdicts() {
    var fixture = aPayment();
    var paid = stores().walk().to(Stage.PAID, fixture);

    notesCallbacks(paid, "duplicate", MOST - 1);
    notesCallbacks(paid, "mismatched", 3);

    assertThat(callbacks(fixture)).hasSize(MOST + 2);
    assertThat(callbacks(fixture)).filteredOn(line -> line.body() != null).hasSize(MOST);
  }

  @Test
  default void a_full_payment_leaves_others_their_room() {
    var full = aPayment();
    notesCallbacks(stores().walk().to(Stage.PAID, full), "duplicate", MOST + 1);
    var other = aPayment();

    notes(stores().walk().to(Stage.PAID, other), Entries.callback(NOON, "duplicate", "0"));

    assertThat(callbacks(other))
        .singleElement()
        .satisfies(line -> assertThat(line.body()).isNotNull());
  }

  @Test
  default void callbacks_that_change_a_payment_count_with_those_that_do_not() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);
    var applied = Entries.callback(NOON, "applied", "0");

    var paid = stores().walk().hears(submitted, fixture.success(), applied);
    notesCallbacks(paid, "duplicate", 2);

    assertThat(counted(fixture)).isEqualTo(3);
  }

  @Test
  default void the_last_callback_is_the_last_that_could_be_read() {
    var fixture = aPayment();
    var opened = stores().walk().opens(fixture);
    assertThat(stores().details(fixture.id()).lastCallback()).isNull();
    notes(opened, Entries.callback(NOON, "applied", "1032"));

    notes(opened, Entries.malformedCallback(NOON.plusSeconds(1)));

    var last = Objects.requireNonNull(stores().details(fixture.id()).lastCallback());
    assertThat(last.answer()).isEqualTo(new Answer("1032", new ProviderText("result 1032")));
    assertThat(last.at()).isEqualTo(NOON);
    assertThat(last.count()).isEqualTo(1);
  }

  @Test
  default void the_last_answer_to_a_question_is_shown_with_how_often_it_was_asked() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);
    assertThat(stores().details(fixture.id()).lastQuery()).isNull();
    var silent = new Answer(null, new ProviderText("no answer"));

    var asked =
        stores()
            .walk()
            .hears(
                submitted,
                fixture.queryStillPending(),
                Entries.query(NOON, new Answer("4999", new ProviderText("pending"))));
    notes(asked, Entries.query(NOON.plusSeconds(1), silent));

    var last = Objects.requireNonNull(stores().details(fixture.id()).lastQuery());
    assertThat(last.answer()).isEqualTo(silent);
    assertThat(last.at()).isEqualTo(NOON.plusSeconds(1));
    assertThat(last.count()).isEqualTo(2);
  }
}
