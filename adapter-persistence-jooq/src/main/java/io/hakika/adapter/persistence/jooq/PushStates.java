package io.hakika.adapter.persistence.jooq;

/** The stored spelling of where a push stands, for writer, reader and whoever asks in SQL. */
final class PushStates {

  static final String CLAIMED = "claimed";
  static final String QUEUED = "queued";
  static final String UNKNOWN = "unknown";

  private PushStates() {}
}
