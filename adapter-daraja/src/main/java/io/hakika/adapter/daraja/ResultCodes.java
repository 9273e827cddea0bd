package io.hakika.adapter.daraja;

import static io.hakika.domain.QueryClass.CERTAIN_FAILURE;
import static io.hakika.domain.QueryClass.LIKELY_FAILURE;
import static io.hakika.domain.QueryClass.NO_INFORMATION;
import static io.hakika.domain.QueryClass.SUCCESS;
import static io.hakika.domain.value.FailureCategory.BUSY;
import static io.hakika.domain.value.FailureCategory.CANCELLED;
import static io.hakika.domain.value.FailureCategory.CONFIGURATION;
import static io.hakika.domain.value.FailureCategory.INSUFFICIENT_FUNDS;
import static io.hakika.domain.value.FailureCategory.LIMIT;
import static io.hakika.domain.value.FailureCategory.OTHER;
import static io.hakika.domain.value.FailureCategory.TIMEOUT;
import static io.hakika.domain.value.FailureCategory.WRONG_PIN;

import io.hakika.domain.QueryClass;
import io.hakika.domain.value.FailureCategory;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Daraja's result codes: what each means and what to tell the customer.
 *
 * <p>The texts that Daraja sends with a code differ from channel to channel and from year to year,
 * so the code alone is read. No published list is complete: a code that is not in this table is a
 * failure in a callback, and says nothing in the answer to a query.
 */
public final class ResultCodes {

  /** The one code of a payment that went through. */
  static final String PAID = "0";

  /** Still under processing; seen in answers to queries only. */
  static final String UNDER_PROCESSING = "4999";

  private static final String NOT_CHARGED_TRY_AGAIN =
      "The payment did not go through and you were not charged. Please try again.";
  private static final String WAIT_FOR_THE_SMS =
      "We are not sure yet. If M-Pesa sends you a confirmation, do not pay again.";
  private static final String PLEASE_WAIT = "We are waiting for M-Pesa. Please do not pay again.";
  private static final String WAIT_THEN_TRY =
      "M-Pesa is busy with another request on your line. Wait two minutes, then try again.";
  private static final String CANCELLED_BY_YOU =
      "You cancelled the request, or it closed by itself. You were not charged.";
  private static final String TOP_UP = "Your M-Pesa balance is too low. Top up and try again.";
  private static final String CHECK_THE_PIN =
      "The M-Pesa PIN was wrong. Try again with the right one.";
  private static final String UNLOCK_THE_PIN =
      "Your M-Pesa PIN is locked. Call 100 or 200 to unlock it, then try again.";
  private static final String WAKE_THE_PHONE =
      "Your phone did not answer in time. Unlock it, check the network and try again.";
  private static final String OTHER_AMOUNT = "M-Pesa does not allow this amount in one payment.";
  private static final String LIMIT_OF_THE_DAY =
      "You have reached M-Pesa's limit for today. Try again tomorrow or pay less.";
  private static final String OUR_FAULT =
      "Something is wrong on our side; you were not charged. Please pay in another way.";

  private static final List<ResultCode> ALL =
      List.of(
          row(PAID, SUCCESS, OTHER, "The money moved.", "Thank you: your payment is confirmed."),

          // The customer, or the customer's phone, said no.
          row(
              "1032",
              CERTAIN_FAILURE,
              CANCELLED,
              "Cancelled, or dismissed by itself.",
              CANCELLED_BY_YOU),
          row(
              "1031",
              CERTAIN_FAILURE,
              CANCELLED,
              "Cancelled; an older spelling.",
              CANCELLED_BY_YOU),
          row("1", CERTAIN_FAILURE, INSUFFICIENT_FUNDS, "Too little money.", TOP_UP),
          row("2001", CERTAIN_FAILURE, WRONG_PIN, "Wrong M-Pesa PIN.", CHECK_THE_PIN),
          row("8006", CERTAIN_FAILURE, WRONG_PIN, "The PIN is locked.", UNLOCK_THE_PIN),

          // Nobody answered in time. Some say that money may still have moved.
          row("1037", LIKELY_FAILURE, TIMEOUT, "No answer, or out of reach.", WAKE_THE_PHONE),
          row("1019", LIKELY_FAILURE, TIMEOUT, "Expired before it was done.", WAKE_THE_PHONE),
          row("1036", NO_INFORMATION, TIMEOUT, "The reply was lost on the way.", WAIT_FOR_THE_SMS),
          row("2026", NO_INFORMATION, TIMEOUT, "The session ran out.", WAIT_FOR_THE_SMS),
          row("2008", NO_INFORMATION, TIMEOUT, "Not authenticated in time.", WAIT_FOR_THE_SMS),

          // A limit of M-Pesa's.
          row("2", CERTAIN_FAILURE, LIMIT, "Less than the least amount.", OTHER_AMOUNT),
          row("3", CERTAIN_FAILURE, LIMIT, "More than one payment may be.", OTHER_AMOUNT),
          row("4", CERTAIN_FAILURE, LIMIT, "More than the day's limit.", LIMIT_OF_THE_DAY),
          row("8", CERTAIN_FAILURE, LIMIT, "The merchant's account is full.", OUR_FAULT),

          // Too much at once.
          row("1001", CERTAIN_FAILURE, BUSY, "The line has another session.", WAIT_THEN_TRY),
          row("26", CERTAIN_FAILURE, BUSY, "The system is overloaded.", NOT_CHARGED_TRY_AGAIN),
          row("17", NO_INFORMATION, BUSY, "The same amount too soon, or a fault.", WAIT_THEN_TRY),

          // Something that the merchant has to put right.
          row("1025", CERTAIN_FAILURE, CONFIGURATION, "The prompt could not be sent.", OUR_FAULT),
          row("1101", CERTAIN_FAILURE, CONFIGURATION, "The prompt is too long.", OUR_FAULT),
          row("1102", CERTAIN_FAILURE, CONFIGURATION, "The prompt is too long.", OUR_FAULT),
          row("2028", CERTAIN_FAILURE, CONFIGURATION, "Wrong type for this number.", OUR_FAULT),
          row("SFC_IC0003", CERTAIN_FAILURE, CONFIGURATION, "Till or store is wrong.", OUR_FAULT),

          // Not decided.
          row(UNDER_PROCESSING, NO_INFORMATION, OTHER, "Still under processing.", PLEASE_WAIT),
          row("500.001.1001", NO_INFORMATION, OTHER, "Being processed, or unknown.", PLEASE_WAIT),

          // Listed somewhere, but with texts that disagree, or only for other products.
          other("5", "The balance would fall below its least."),
          other("6", "The payer could not be determined."),
          other("7", "The receiver could not be determined."),
          other("11", "The payer's account is in no state to pay."),
          other("12", "The receiver's account is in no state to be paid."),
          other("13", "The payer's account is invalid."),
          other("14", "The receiver's account is invalid."),
          other("15", "A request of this name was seen before."),
          other("2006", "An account rule declined it."),
          other("2029", "A passing fault of M-Pesa's."),
          other("9999", "Cancelled, not sent or broken: the texts disagree."));

  private static final Map<String, ResultCode> BY_CODE =
      ALL.stream().collect(Collectors.toUnmodifiableMap(ResultCode::code, Function.identity()));

  private ResultCodes() {}

  /** The row of {@code code}; for a code that nobody has listed, one that says nothing. */
  public static ResultCode of(String code) {
    var known = BY_CODE.get(code);
    return known == null ? other(code, "A code that is not in any list.") : known;
  }

  /** Every code that is listed, in the order of the table. */
  public static List<ResultCode> all() {
    return ALL;
  }

  private static ResultCode row(
      String code, QueryClass says, FailureCategory category, String meaning, String advice) {
    return new ResultCode(code, says, category, meaning, advice);
  }

  private static ResultCode other(String code, String meaning) {
    return new ResultCode(code, NO_INFORMATION, OTHER, meaning, WAIT_FOR_THE_SMS);
  }
}
