package io.hakika.adapter.daraja;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps wrong credentials from being tried in a storm: after five refusals in a row the last one is
 * given again, for a time that doubles from a second to half a minute. For one thread at a time.
 */
final class MintRestraint {

  private static final int FREE_REFUSALS = 5;
  private static final int MOST_DOUBLINGS = 5;
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private int refusals;
  private Instant lastAt = Instant.MIN;
  private Reply.@Nullable Denied last;

  /** The last refusal, where it is too soon to try again. */
  Optional<Minted> heldBack(Instant now) {
    // A clock that was set back must not hold anybody back for longer.
    if (last == null || refusals < FREE_REFUSALS || now.isBefore(lastAt)) {
      return Optional.empty();
    }
    return now.isBefore(lastAt.plus(pause()))
        ? Optional.of(
            new Minted.None(new Reply.Denied(last.code(), last.reason(), RawAnswer.none(now))))
        : Optional.empty();
  }

  /** Takes in what the last asking brought. */
  void learn(Minted minted, Instant askedAt) {
    lastAt = askedAt;
    if (minted instanceof Minted.None none && none.means() instanceof Reply.Denied denied) {
      refusals++;
      last = denied;
    } else {
      refusals = 0;
      last = null;
    }
  }

  private Duration pause() {
    var doubled = FIRST.multipliedBy(1L << Math.min(refusals - FREE_REFUSALS, MOST_DOUBLINGS));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
