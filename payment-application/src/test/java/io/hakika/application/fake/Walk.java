package io.hakika.application.fake;

import static io.hakika.application.fake.PaymentFixture.PATIENCE;

import io.hakika.application.port.driven.PaymentStore;
import io.hakika.application.port.driven.PaymentStore.Added;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driven.PaymentStore.IdempotencyKey;
import io.hakika.application.port.driven.PaymentStore.Opening;
import io.hakika.application.port.driven.PaymentStore.PhoneRules;
import io.hakika.application.port.driven.PaymentStore.Recorded;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.domain.Evidence;
import io.hakika.domain.Verdict;
import io.hakika.domain.value.PaymentId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks payments of a test through a store, by the same calls that the services make. */
public record Walk(PaymentStore store) {

  /** No rule about phones. */
  public static final PhoneRules NO_RULES = new PhoneRules(Duration.ZERO, 0);

  /** An opening without a key and without rules about the phone. */
  public static Opening opening(PaymentFixture fixture) {
    return opening(fixture, null, NO_RULES);
  }

  public static Opening opening(
      PaymentFixture fixture, @Nullable IdempotencyKey key, PhoneRules rules) {
    var created = Entries.created(fixture.order().createdAt());
    return new Opening(fixture.pending(), key, rules, List.of(created));
  }

  /** Writes the payment, pending. */
  public Stored opens(PaymentFixture fixture) {
    return opens(opening(fixture));
  }

  /** Writes the payment, pending, and demands that nothing stands against it. */
  public Stored opens(Opening opening) {
    var added = store.add(opening);
    if (added instanceof Added.Opened opened) {
      return opened.payment();
    }
    throw new AssertionError("not opened: " + added);
  }

  /** Writes the payment and records everything that leads to {@code stage}. */
  public Stored to(Stage stage, PaymentFixture fixture) {
    return on(opens(fixture), stage, fixture);
  }

  /** Records everything that leads a payment just opened to {@code stage}. */
  public Stored on(Stored opened, Stage stage, PaymentFixture fixture) {
    var stored = opened;
    for (var step : stage.steps(fixture)) {
      stored = records(stored, step.apply(stored.payment()));
    }
    return stored;
  }

  /** Weighs {@code evidence}, records what comes of it, and reads the payment again. */
  public Stored hears(Stored was, Evidence evidence, Entry... entries) {
    return records(was, was.payment().weigh(evidence, PATIENCE), entries);
  }

  /** Records the verdict, demands that it is written, and reads the payment again. */
  public Stored records(Stored was, Verdict verdict, Entry... entries) {
    var recorded = store.record(Recording.of(was, verdict, List.of(entries)));
    if (recorded != Recorded.WRITTEN) {
      throw new AssertionError("not written: " + recorded);
    }
    return now(was.payment().id());
  }

  /** The payment as it stands now. */
  public Stored now(PaymentId id) {
    return store.find(id).orElseThrow();
  }
}
