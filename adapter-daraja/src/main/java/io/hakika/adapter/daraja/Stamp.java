package io.hakika.adapter.daraja;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/**
 * The time and the password of one request, which must be made of one reading of the clock.
 *
 * @param timestamp Nairobi's wall time, fourteen digits
 * @param password a secret: the passkey can be read out of it
 */
record Stamp(String timestamp, String password) {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneId.of("Africa/Nairobi"));

  static Stamp of(DarajaCredentials credentials, Instant now) {
    var timestamp = FORMAT.format(now);
    var plain = credentials.shortCode() + credentials.passKey() + timestamp;
    var bytes = plain.getBytes(StandardCharsets.US_ASCII);
    return new Stamp(timestamp, Base64.getEncoder().encodeToString(bytes));
  }

  @Override
  public String toString() {
    return "Stamp[" + timestamp + "]";
  }
}
