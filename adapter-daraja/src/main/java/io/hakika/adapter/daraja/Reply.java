package io.hakika.adapter.daraja;

import io.hakika.domain.value.ProviderText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one exchange with Daraja ended, before anybody looks at what the answer says. */
sealed interface Reply {

  /** What came over the wire; nothing of what came with a token, or instead of one. */
  RawAnswer raw();

  /**
   * A whole answer of whatever kind.
   *
   * @param contentType empty where the answer names none
   * @param retryAfter how long we are asked to wait; null where we are not
   */
  record Whole(String contentType, @Nullable Duration retryAfter, RawAnswer raw) implements Reply {

    /** Whether we are sent elsewhere, where we do not go. */
    boolean redirects() {
      return raw.status() >= 300 && raw.status() < 400;
    }
  }

  /** The request left, or may have; no whole answer came. */
  record Lost(String why, RawAnswer raw) implements Reply {}

  /**
   * The request certainly did not leave.
   *
   * @param retryAfter how long we are asked to wait; null where we are not
   * @param throttled whether that is because we came too fast
   */
  record Unsent(String why, @Nullable Duration retryAfter, boolean throttled, RawAnswer raw)
      implements Reply {

    static Unsent because(String why, RawAnswer raw) {
      return new Unsent(why, null, false, raw);
    }
  }

  /** The request did not leave, because Daraja refused our credentials. */
  record Denied(String code, ProviderText reason, RawAnswer raw) implements Reply {}
}
