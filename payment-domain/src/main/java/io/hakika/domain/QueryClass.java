package io.hakika.domain;

/** What an answer of Daraja's STK query is worth. Which code is which is the adapter's table. */
public enum QueryClass {
  /** The money moved. */
  SUCCESS,
  /** The money did not move and will not. */
  CERTAIN_FAILURE,
  /** The money probably did not move; believed when said twice. */
  LIKELY_FAILURE,
  /** Still pending, an unknown code, an error, a throttle: it says nothing. */
  NO_INFORMATION
}
