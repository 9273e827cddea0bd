package io.hakika.adapter.daraja.simulator;

/**
 * Behaviour of Daraja on which sources disagree or which comes and goes. Without quirks the
 * simulator does what was seen most and last.
 */
public enum Quirk {
  /** {@code expires_in} is text, {@code "3599"}, as in older samples, and not a number. */
  EXPIRES_IN_AS_TEXT,
  /** Each new token invalidates the earlier ones of its consumer key, as the FAQ says. */
  ONE_TOKEN_AT_A_TIME,
  /** Queries meet a spike arrest: five in a minute, one in twelve seconds, else HTTP 429. */
  FEW_QUERIES,
  /** An open push is asked about: HTTP 500 "being processed" and not HTTP 200 with 4999. */
  PENDING_AS_ERROR,
  /** An open push is asked about: HTTP 200 with an errorCode and an empty errorMessage. */
  PENDING_AS_EMPTY_ERROR,
  /** An unknown push is asked about: HTTP 400 "Invalid CheckoutRequestID", not HTTP 500. */
  UNKNOWN_AS_INVALID,
  /** MerchantRequestIDs look as they did until 2023: {@code 29115-34620561-1}. */
  OLD_MERCHANT_REQUEST_IDS,
  /** {@code Amount} in callbacks is {@code 1}, as seen in 2020 and 2026, not {@code 1.00}. */
  WHOLE_AMOUNTS,
  /** Every callback masks the payer's number, {@code "254708***430"}, as one library says. */
  MASKED_PHONES,
  /** A callback that was not answered 2xx is sent again, twice at most. */
  CALLBACKS_RETRIED,
  /** A callback address must be https, no loopback name, and free of words such as mpesa or sql. */
  STRICT_CALLBACK_URLS,
  /** References over 12 and descriptions over 13 characters are accepted. */
  LONG_TEXTS_ACCEPTED,
  /** A phone with an open prompt is locked: another push to it is refused as busy. */
  ONE_PROMPT_PER_PHONE
}
