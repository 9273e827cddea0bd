package io.hakika.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What asking Daraja has brought so far.
 *
 * @param tried how often Daraja was asked
 * @param answered how often it answered, whatever it said
 * @param lastTriedAt null until it was asked
 * @param lastClass the class of the last answer that said something; null until one did
 * @param sameSince when the unbroken run of {@code lastClass} began
 * @param successHeard whether any answer ever was a success
 */
public record QueryHistory(
    int tried,
    int answered,
    @Nullable Instant lastTriedAt,
    @Nullable QueryClass lastClass,
    @Nullable Instant sameSince,
    boolean successHeard) {

  static final QueryHistory NONE = new QueryHistory(0, 0, null, null, null, false);

  QueryHistory with(Evidence.QueryAnswer answer) {
    var says = answer.says();
    var silent = says == QueryClass.NO_INFORMATION;
    var sameAsBefore = silent || says == lastClass;
    return new QueryHistory(
        tried + 1,
        answered + (answer.answered() ? 1 : 0),
        answer.at(),
        sameAsBefore ? lastClass : says,
        sameAsBefore ? sameSince : answer.at(),
        successHeard || says == QueryClass.SUCCESS);
  }

  /**
   * Whether {@code answer} says what an earlier one said at least {@code apart} before, with no
   * answer of another class between. Silence between does not count.
   */
  boolean saidBefore(Evidence.QueryAnswer answer, Duration apart) {
    return answer.says() == lastClass
        && sameSince != null
        && !answer.at().isBefore(sameSince.plus(apart));
  }
}
