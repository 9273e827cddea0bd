package io.hakika.domain.value;

/**
 * An amount of money in whole Kenyan shillings, at least one.
 *
 * <p>M-Pesa moves no cents in an STK push; a fraction is refused, never rounded.
 */
public record Shillings(long value) implements Comparable<Shillings> {

  private static final long MOST = 999_999_999;

  public Shillings {
    if (value < 1 || value > MOST) {
      throw new IllegalArgumentException(
          "an amount is 1 to " + MOST + " whole shillings, not " + value);
    }
  }

  public static Shillings shillings(long value) {
    return new Shillings(value);
  }

  @Override
  public int compareTo(Shillings other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "KES " + value;
  }
}
