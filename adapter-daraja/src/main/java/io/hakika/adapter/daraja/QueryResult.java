package io.hakika.adapter.daraja;

import io.hakika.domain.value.ProviderText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a question about a push brought. Only {@link Told} says anything about the push. */
public sealed interface QueryResult {

  /** What Daraja answered, as it came; nothing where it was not asked for want of a token. */
  RawAnswer raw();

  /** Daraja named the push asked about, and told a result, which may be "still pending". */
  record Told(ResultCode code, ProviderText resultDesc, RawAnswer raw) implements QueryResult {}

  /** Daraja answered with an error of its own. Both "being processed" and "unknown" look so. */
  record Failed(String errorCode, ProviderText message, RawAnswer raw) implements QueryResult {}

  /** Daraja answered something that does not speak of the push asked about. */
  record Unusable(ProviderText why, RawAnswer raw) implements QueryResult {}

  /**
   * The question was turned away for coming too fast.
   *
   * @param retryAfter how long Daraja asked us to wait; null where it did not
   */
  record Throttled(ProviderText why, @Nullable Duration retryAfter, RawAnswer raw)
      implements QueryResult {}

  /** No answer of Daraja's came: no connection, no token, cut, late, or another's page. */
  record Unanswered(ProviderText why, RawAnswer raw) implements QueryResult {}
}
