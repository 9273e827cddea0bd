package io.hakika.application.contract;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.EventLog.Logged;
import io.hakika.application.port.driven.PaymentListener;
import io.hakika.domain.PaymentEvent;
import io.hakika.domain.value.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * What a {@link PaymentListener} has to keep to: it is told at least once, so it must bear being
 * told again; and whatever it does not throw at, nobody will tell it again.
 */
public interface PaymentListenerContract {

  /** Where the numbers of these tests' events come from. */
  AtomicLong NUMBERS = new AtomicLong();

  PaymentListener listener();

  /** What the listener has done so far, to be compared with {@code equals}. */
  Object effects();

  /** An event of each kind, one after the other, each of a payment of its own. */
  private static List<Logged> oneOfEach() {
    var fixture = aPayment();
    var paid = fixture.paid();
    var ids = fixture.ids();
    var decline = aPayment().failed().decline();
    var review = new Review(Review.Reason.UNSETTLED, "no callback came", NOON);
    var events =
        List.of(
            new PaymentEvent.Submitted(paid.id(), ids.checkoutRequestId(), NOON),
            new PaymentEvent.Paid(aPayment().id(), fixture.receipt(), NOON),
            new PaymentEvent.Paid(aPayment().id(), null, NOON),
            new PaymentEvent.Failed(aPayment().id(), decline, NOON),
            new PaymentEvent.NeedsReview(aPayment().id(), review, NOON),
            new PaymentEvent.Contradicted(aPayment().id(), "a failure came later", NOON));
    var logged = new ArrayList<Logged>();
    for (var event : events) {
      logged.add(new Logged(NUMBERS.incrementAndGet(), 2, 0, event));
    }
    return logged;
  }

  /** The events of one payment that went wrong in every way it could. */
  private static List<Logged> ofOnePayment(PaymentFixture fixture) {
    var logged = new ArrayList<Logged>();
    for (var verdict : fixture.verdictsTo(Stage.CONTRADICTORY)) {
      for (var event : verdict.events()) {
        logged.add(new Logged(NUMBERS.incrementAndGet(), logged.size() + 2, 0, event));
      }
    }
    return logged;
  }

  @Test
  default void it_takes_every_kind_of_event() {
    assertThatNoException().isThrownBy(() -> oneOfEach().forEach(listener()::on));
  }

  @Test
  default void being_told_again_is_as_being_told_once() {
    for (var event : oneOfEach()) {
      listener().on(event);
      var once = effects();

      listener().on(again(event));

      assertThat(effects()).as(event.event().type()).isEqualTo(once);
    }
  }

  /** The same event, told again after it was put off. */
  private static Logged again(Logged event) {
    return new Logged(event.number(), event.version(), event.attempts() + 1, event.event());
  }

  @Test
  default void it_takes_everything_that_may_happen_to_one_payment() {
    var story = ofOnePayment(aPayment());
    story.forEach(listener()::on);
    var once = effects();

    listener().on(again(story.get(story.size() - 1)));

    assertThat(effects()).isEqualTo(once);
  }

  @Test
  default void it_may_be_told_of_many_payments_at_once() {
    var stories = new ArrayList<Callable<Boolean>>();
    for (var count = 0; count < 8; count++) {
      var story = ofOnePayment(aPayment());
      stories.add(
          () -> {
            story.forEach(listener()::on);
            return true;
          });
    }

    assertThat(Rivals.race(stories)).containsOnly(true);
  }
}
