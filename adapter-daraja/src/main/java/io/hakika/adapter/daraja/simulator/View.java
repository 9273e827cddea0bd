package io.hakika.adapter.daraja.simulator;

/** What queries are told. */
enum View {
  /** What is true. */
  TRUE,
  /** HTTP 500 "being processed", whatever happened. */
  PROCESSING,
  /** HTTP 200 with an errorCode and an empty errorMessage, whatever happened. */
  EMPTY_ERROR,
  /** HTTP 500 "does not exist", whatever happened. */
  UNKNOWN,
  /** HTTP 400 "Invalid CheckoutRequestID", whatever happened. */
  INVALID,
  /** HTTP 429, the gateway's spike arrest. */
  THROTTLED,
  /** HTTP 500, Daraja's own spike arrest. */
  SPIKE_ARREST,
  /** A cancellation. */
  CANCELLED,
  /** A success from the start, while the phone still rings. */
  PAID,
  /** The truth at every other time, an error without words in between. */
  WAVERING,
  /** First that there was no answer, then the truth. */
  CHANGING,
  /** Nothing: the answer stalls. */
  STALLED
}
