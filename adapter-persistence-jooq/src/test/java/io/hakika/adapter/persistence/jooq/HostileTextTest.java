package io.hakika.adapter.persistence.jooq;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.Walk;
import io.hakika.application.port.driven.PaymentStore.Answer;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driven.PaymentStore.EntryKind;
import io.hakika.application.port.driven.PaymentStore.IdempotencyKey;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.domain.Verdict.Ignored;
import io.hakika.domain.Verdict.Reading;
import io.hakika.domain.value.ProviderText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Values stand in the statements of a batch, so a stranger's text must never become a statement.
 */
final class HostileTextTest {

  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Entry line(Random random) {
    var body = new byte[random.nextInt(50)];
    random.nextBytes(body);
    return new Entry(
        NOON,
        EntryKind.QUERY,
        HostileText.from(random),
        Map.of(HostileText.from(random), HostileText.from(random)),
        new Answer(HostileText.from(random), new ProviderText(HostileText.from(random))),
        body);
  }

  @Test
  void whatever_a_stranger_writes_is_kept_letter_for_letter() {
    var fixture = aPayment();
    var stores = database.emptied().stores();
    var opened = new Walk(stores.store()).opens(fixture);
    var random = new Random(11);
    var written = new ArrayList<Entry>();
    for (var round = 0; round < 120; round++) {
      var line = line(random);
      written.add(line);
      var nothing = new Ignored(opened.payment(), Reading.DUPLICATE);
      stores.store().record(Recording.of(opened, nothing, List.of(line)));
    }

    var kept = stores.queries().timeline(fixture.id(), 1000, null).data();

    assertThat(kept.subList(1, kept.size()))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(written);
  }

  @Test
  void a_key_is_a_key_whatever_it_is_spelt_with() {
    var walk = new Walk(database.emptied().stores().store());
    var random = new Random(12);
    for (var round = 0; round < 40; round++) {
      var key = new IdempotencyKey(HostileText.from(random), round + HostileText.from(random));

      assertThat(walk.opens(Walk.opening(aPayment(), key, Walk.NO_RULES)).version()).isEqualTo(1);
    }
  }

  @Test
  void a_summary_that_is_far_too_long_is_cut_rather_than_lost() {
    var fixture = aPayment();
    var stores = database.emptied().stores();
    var opened = new Walk(stores.store()).opens(fixture);
    var line =
        Entry.of(NOON, EntryKind.NOTIFIED, "x".repeat(70_000), Map.of("a", "y".repeat(70_000)));

    stores
        .store()
        .record(
            Recording.of(opened, new Ignored(opened.payment(), Reading.DUPLICATE), List.of(line)));

    var kept = stores.queries().timeline(fixture.id(), 10, null).data().get(1);
    assertThat(kept.summary()).hasSize(2000).endsWith("x…");
    assertThat(kept.detail()).isEqualTo(line.detail());
  }
}
