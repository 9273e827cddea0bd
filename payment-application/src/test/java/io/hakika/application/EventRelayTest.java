package io.hakika.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hakika.application.fake.RecordingListener;
import io.hakika.application.port.driven.EventLog.Logged;
import io.hakika.application.port.driving.RelayEvents.Relayed;
import io.hakika.domain.value.PaymentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everybody is told, at least once, in order per payment. */
final class EventRelayTest {

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  private Relayed relays() {
    return world.hakika().events().relay();
  }

  private PaymentId paid(String order) {
    var id = world.opened(order);
    world.delivers(id, world.callbackOf(id).success());
    return id;
  }

  private static List<String> typesOf(RecordingListener listener, PaymentId id) {
    return listener.taken().stream()
        .filter(one -> one.event().payment().equals(id))
        .map(one -> one.event().type())
        .toList();
  }

  @Test
  void one_pass_tells_everything_in_order() {
    var first = paid("ORD-1");
    var second = paid("ORD-2");

    assertThat(relays()).isEqualTo(new Relayed(4, List.of()));

    for (var id : List.of(first, second)) {
      assertThat(typesOf(world.listener, id)).containsExactly("payment.submitted", "payment.paid");
    }
    assertThat(relays().told()).isZero();
  }

  @Test
  void an_event_carries_the_version_that_it_made() {
    paid("ORD-1");
    relays();

    assertThat(world.listener.taken()).extracting(Logged::version).containsExactly(2, 3);
  }

  @Test
  void every_listener_is_told() {
    var second = new RecordingListener();
    world.with(world.builder().listener(second));
    paid("ORD-1");

    relays();

    assertThat(second.types()).isEqualTo(world.listener.types()).hasSize(2);
  }

  @Test
  void whoever_refuses_is_told_again_after_longer_and_longer_waits() {
    paid("ORD-1");
    world.listener.refuseNext(12);

    var waits = new ArrayList<Long>();
    for (var second = 0; second < 3000 && waits.size() < 12; second++) {
      if (!relays().faults().isEmpty()) {
        waits.add((long) second);
      }
      world.passes(1);
    }

    assertThat(waits).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L, 127L, 255L, 511L, 811L, 1111L);
  }

  @Test
  void what_is_told_again_is_the_same_event_with_its_attempts() {
    paid("ORD-1");
    world.listener.refuseNext(2);

    for (var attempt = 0; attempt < 3; attempt++) {
      relays();
      world.passes(10);
    }

    assertThat(world.listener.taken())
        .extracting(Logged::attempts, one -> one.event().type())
        .startsWith(tuple(2, "payment.submitted"));
  }

  @Test
  void a_refusal_holds_back_its_own_payment_alone() {
    var refused = paid("ORD-1");
    var other = paid("ORD-2");
    world.with(
        world
            .builder()
            .listener(
                event -> {
                  if (event.event().payment().equals(refused)) {
                    throw new IllegalStateException("not this one");
                  }
                }));

    var relayed = relays();

    assertThat(relayed.told()).isEqualTo(2);
    assertThat(relayed.faults())
        .singleElement()
        .satisfies(f -> assertThat(f).hasMessage("not this one"));
    assertThat(typesOf(world.listener, other)).hasSize(2);
    assertThat(typesOf(world.listener, refused)).containsExactly("payment.submitted");
  }

  @Test
  void what_one_of_two_refuses_both_are_told_again() {
    var refusing = new RecordingListener();
    refusing.refuseNext(1);
    world.with(world.builder().listener(refusing));
    paid("ORD-1");

    relays();
    world.passes(1);
    relays();

    assertThat(world.listener.types())
        .containsExactly("payment.submitted", "payment.submitted", "payment.paid");
    assertThat(refusing.types()).containsExactly("payment.submitted", "payment.paid");
  }

  @Test
  void whoever_dies_after_telling_tells_again() {
    paid("ORD-1");
    var claimed = world.memory.claim(world.clock.instant(), Duration.ofSeconds(30), 10);
    claimed.forEach(world.listener::on);

    assertThat(relays().told()).isZero();
    world.passes(30);
    relays();

    assertThat(world.listener.types())
        .containsExactly("payment.submitted", "payment.submitted", "payment.paid");
  }

  @Test
  void what_waited_longer_than_its_claim_is_left_to_others() {
    paid("ORD-1");
    var second = paid("ORD-2");
    var seen = new RecordingListener();
    try (var other = world.builder().listener(seen).build()) {
      var once = new ArrayList<>(List.of("slow"));
      world.with(
          world
              .builder()
              .listener(
                  event -> {
                    seen.on(event);
                    if (once.remove("slow")) {
                      world.passes(30);
                      other.events().relay();
                    }
                  }));

      relays();
    }

    assertThat(typesOf(seen, second)).containsExactly("payment.submitted", "payment.paid");
  }
}
