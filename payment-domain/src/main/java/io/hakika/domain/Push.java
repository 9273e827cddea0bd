package io.hakika.domain;

import io.hakika.domain.value.ProviderText;
import java.time.Instant;

/** Where the push of a pending payment stands. Daraja cannot tell a repeat, so it is sent once. */
public sealed interface Push {

  /** How often sending was begun. */
  int attempts();

  /**
   * Somebody is sending it, or died while doing so.
   *
   * @param since when the claim was written, before the first byte left
   * @param deadAt when a silent sender counts as dead
   */
  record Claimed(int attempts, Instant since, Instant deadAt) implements Push {}

  /** It certainly was not sent, and will be sent again at {@code nextAt}. */
  record Queued(int attempts, Instant nextAt, ProviderText why) implements Push {}

  /**
   * Nobody can say whether it was sent. It is never sent again.
   *
   * @param reviewAt when a person has to look, if no callback says more before
   */
  record Unknown(int attempts, Instant since, Instant reviewAt) implements Push {}
}
