package io.hakika.adapter.persistence.jooq;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.port.driven.PaymentStore.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Callbacks of a test, as they come to an address. */
final class Callbacks {

  private Callbacks() {}

  static Arrival arrival(PaymentFixture fixture, Instant at) {
    var body = "{\"Body\":{}}".getBytes(StandardCharsets.UTF_8);
    return new Arrival(fixture.order().callbackToken(), body, false, at);
  }
}
