package io.hakika.domain.value;

import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names one payment: {@code pay_} and 26 characters of Crockford's base 32.
 *
 * <p>The first ten characters are the creation time in milliseconds, so ids sort by age and new
 * rows land beside each other in an index; the other sixteen are 80 random bits.
 */
public record PaymentId(String value) implements Comparable<PaymentId> {

  private static final Pattern FORM = Pattern.compile("pay_[0-9a-hjkmnp-tv-z]{26}");

  public PaymentId {
    Text.matching(FORM, value, "a payment id is pay_ and 26 characters");
  }

  /** Makes a new id; {@code random} must be unpredictable where ids are shown to strangers. */
  public static PaymentId create(Instant at, RandomGenerator random) {
    var out = new StringBuilder("pay_");
    Base32.append(out, at.toEpochMilli(), 10);
    Base32.append(out, random.nextLong(), 8);
    Base32.append(out, random.nextLong(), 8);
    return new PaymentId(out.toString());
  }

  @Override
  public int compareTo(PaymentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
