package io.hakika.adapter.daraja;

import io.hakika.domain.value.AccountReference;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.Shillings;
import io.hakika.domain.value.TransactionDesc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A merchant, a customer and a moment to test with. */
final class Given {

  /** 23:30 of the day in London, 02:30 of the next in Nairobi. */
  static final Instant NIGHT = Instant.parse("2026-11-23T23:30:05Z");

  static final Clock CLOCK = Clock.fixed(NIGHT, ZoneOffset.UTC);
  static final DarajaCredentials PAYBILL =
      DarajaCredentials.paybill("the-key", "the-secret", "174379", "the-passkey");
  static final DarajaCredentials TILL = PAYBILL.withTill("5566778");
  static final URI CALLBACK_URL = URI.create("https://shop.example/pay/callbacks/stk/abc123");
  static final CheckoutRequestId ID = new CheckoutRequestId("ws_CO_24112026023005112712345678");

  /** Long enough for any answer that comes, on any machine. */
  static final Duration PATIENT = Duration.ofSeconds(15);

  /** Short enough to wait for. */
  static final Duration BRIEF = Duration.ofMillis(300);

  private Given() {}

  static StkPush push() {
    return new StkPush(
        Msisdn.parse("0712 345 678"),
        new Shillings(1500),
        new AccountReference("ORD-1001"),
        new TransactionDesc("Two tickets"),
        CALLBACK_URL);
  }

  static DarajaConfig config(WireServer server) {
    return DarajaConfig.sandbox(PAYBILL).withBaseUrl(server.url()).withTimeout(PATIENT);
  }

  static DarajaClient client(WireServer server) {
    return DarajaClient.of(config(server), CLOCK);
  }

  static DarajaClient brief(WireServer server) {
    return DarajaClient.of(config(server).withTimeout(BRIEF), CLOCK);
  }

  /** A sample from the test resources. */
  static byte[] sample(String path) {
    try (var in = Given.class.getResourceAsStream("/samples/" + path)) {
      if (in == null) {
        throw new IllegalArgumentException("no sample " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String path) {
    return new String(sample(path), StandardCharsets.UTF_8);
  }
}
