package io.hakika.adapter.daraja.simulator;

/** How a push is answered, and whether the phone rings at all. */
enum Acknowledgement {
  /** Accepted, with both ids. */
  NORMAL(Ringing.YES),
  /** Accepted, after a long time. */
  SLOW(Ringing.YES),
  /** Accepted, but the connection is cut before the answer. */
  LOST(Ringing.YES),
  /** Accepted, but the connection is cut in the middle of the answer. */
  CUT(Ringing.YES),
  /** Accepted, but the answer stops in its middle. */
  STALLED(Ringing.YES),
  /** Accepted, but the answer holds no ids. */
  WITHOUT_IDS(Ringing.YES),
  /** Accepted, but the answer is an internal error. */
  ERROR_BUT_RINGS(Ringing.YES),
  /** An internal error, and it is one. */
  ERROR(Ringing.NO),
  /** Spike arrest in Daraja's envelope, at the first try. */
  SPIKE_ARREST(Ringing.AT_THE_SECOND_TRY),
  /** Spike arrest in the gateway's envelope, at the first try. */
  SPIKE_ARREST_FAULT(Ringing.AT_THE_SECOND_TRY),
  /** The firewall's page with HTTP 403, at the first try. */
  BLOCKED(Ringing.AT_THE_SECOND_TRY),
  /** The token is invalid, at the first try. */
  TOKEN_REFUSED_ONCE(Ringing.AT_THE_SECOND_TRY),
  /** The firewall's page with HTTP 503. */
  UNAVAILABLE(Ringing.NO),
  /** Quota violation in Daraja's envelope. */
  QUOTA(Ringing.NO),
  /** Quota violation in the gateway's envelope. */
  QUOTA_FAULT(Ringing.NO),
  /** The system is busy. */
  SYSTEM_BUSY(Ringing.NO),
  /** The token is invalid, whichever it is. */
  TOKEN_REFUSED(Ringing.NO),
  /** The subscriber is locked by another transaction. */
  LOCKED(Ringing.NO),
  /** HTTP 200, but a ResponseCode that is not 0. */
  DECLINED(Ringing.NO);

  private enum Ringing {
    YES,
    AT_THE_SECOND_TRY,
    NO
  }

  private final Ringing ringing;

  Acknowledgement(Ringing ringing) {
    this.ringing = ringing;
  }

  /** How try number {@code attempt} of a push is answered. */
  Acknowledgement at(int attempt) {
    return ringing == Ringing.AT_THE_SECOND_TRY && attempt > 1 ? NORMAL : this;
  }

  /** Whether the phone rings. */
  boolean rings() {
    return ringing == Ringing.YES;
  }
}
