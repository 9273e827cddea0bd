package io.hakika.adapter.http.javalin;

import java.time.Duration;

/** So many requests of one key in any stretch of so long, and never one more. */
public record ApiRate(int requests, Duration per) {

  private static final int MOST = 100_000;

  public ApiRate {
    if (requests < 1 || requests > MOST || per.isNegative() || per.isZero()) {
      throw new IllegalArgumentException(
          "an API rate is 1 to " + MOST + " requests per some time, not " + requests + "/" + per);
    }
  }
}
