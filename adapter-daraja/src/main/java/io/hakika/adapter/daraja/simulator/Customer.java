package io.hakika.adapter.daraja.simulator;

import static io.hakika.adapter.daraja.simulator.Story.decides;
import static io.hakika.adapter.daraja.simulator.Story.pays;
import static io.hakika.adapter.daraja.simulator.Story.undecided;

import io.hakika.adapter.daraja.simulator.Telling.Form;
import io.hakika.adapter.daraja.simulator.Telling.When;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The simulator's customers, told apart by the last two digits of their number. Digits that are not
 * listed, all from 70 on among them, are those of customers who pay.
 */
public enum Customer {
  /** Pays within seconds. */
  PAYS(0, pays()),
  /** Dismisses the prompt: 1032. */
  CANCELS(1, decides(Outcome.CANCELLED)),
  /** Has too little money: 1. */
  NO_FUNDS(2, decides(Outcome.NO_FUNDS)),
  /** Enters a wrong PIN: 2001. */
  WRONG_PIN(3, decides(Outcome.WRONG_PIN)),
  /** Does not answer or cannot be reached: 1037, after some silence. */
  NO_ANSWER(4, decides(Outcome.NO_ANSWER)),
  /** Would exceed the daily limit: 4. */
  OVER_LIMIT(5, decides(Outcome.OVER_LIMIT)),
  /** Lets the transaction expire: 1019, after some silence. */
  EXPIRES(6, decides(Outcome.EXPIRED)),
  /** Has locked the PIN: 8006. */
  PIN_LOCKED(7, decides(Outcome.PIN_LOCKED)),
  /** Is busy with another transaction: the push is accepted, then 1001. */
  LINE_BUSY(8, decides(Outcome.LINE_BUSY)),
  /** Gets the prompt, but the reply is lost on the way: 1036. */
  UPSTREAM_TIMEOUT(9, decides(Outcome.UPSTREAM_TIMEOUT)),

  /** Pays, but late. */
  PAYS_LATE(10, pays().late()),
  /** Pays; the callback comes twice. */
  TOLD_TWICE(11, pays().told(Form.TRUE, Form.TRUE)),
  /** Pays; the callback comes before the push is answered. */
  TOLD_EARLY(12, pays().told(When.EARLY, Form.TRUE)),
  /** Cancels; the callback comes before the push is answered. */
  CANCELS_EARLY(13, decides(Outcome.CANCELLED).told(When.EARLY, Form.TRUE)),
  /** Pays; the callback comes five times at once. */
  TOLD_AT_ONCE(
      14, pays().told(When.AT_ONCE, Form.TRUE, Form.TRUE, Form.TRUE, Form.TRUE, Form.TRUE)),
  /** Pays; the callback says so, then another says that it was cancelled. */
  PAID_THEN_FAILED(15, pays().told(Form.TRUE, Form.CONTRARY)),
  /** Pays; the callback says that it was cancelled, then another that it was paid. */
  FAILED_THEN_PAID(16, pays().told(Form.CONTRARY, Form.TRUE)),
  /** Pays twice for one push: two callbacks with two receipts. */
  PAYS_TWICE(17, pays().told(Form.TRUE, Form.SECOND_PAYMENT)),
  /** Pays; the callback carries the receipt of an earlier payment, its own if there was none. */
  TAKEN_RECEIPT(18, pays().told(Form.TAKEN_RECEIPT)),
  /** Is limited by a rule, the same amount too soon: 17. */
  RULE_LIMITED(19, decides(Outcome.RULE_LIMITED)),

  /** Pays; the callback names one shilling more. */
  WRONG_AMOUNT(20, pays().told(Form.WRONG_AMOUNT)),
  /** Pays; the callback brings no receipt. */
  NO_RECEIPT(21, pays().told(Form.NO_RECEIPT)),
  /** Pays; the callback brings no CallbackMetadata at all. */
  NO_ITEMS(22, pays().told(Form.NO_ITEMS)),
  /** Pays; the callback is half of its JSON. */
  BROKEN_CALLBACK(23, pays().told(Form.BROKEN)),
  /** Pays; the callback is JSON, but no STK callback. */
  FOREIGN_CALLBACK(24, pays().told(Form.FOREIGN)),
  /** Pays; the callback names another CheckoutRequestID. */
  OTHER_REQUEST(25, pays().told(Form.OTHER_REQUEST)),
  /** Fails with a result code that is text: SFC_IC0003. */
  TEXT_CODE(26, decides(Outcome.NO_OPERATOR)),
  /** Pays; the callback masks the payer's number. */
  MASKED_PHONE(27, pays().told(Form.MASKED)),
  /** Pays; the callback has every number as text and the items in another order. */
  TEXTS(28, pays().told(Form.TEXTS)),
  /** Pays; the callback says that it was cancelled, and carries the receipt. */
  FAILED_WITH_RECEIPT(29, pays().told(Form.CONTRARY_WITH_RECEIPT)),

  /** Pays; no callback, queries say so. */
  SILENTLY_PAYS(30, pays().untold()),
  /** Cancels; no callback, queries say so. */
  SILENTLY_CANCELS(31, decides(Outcome.CANCELLED).untold()),
  /** Never decides; no callback, queries say that it is being processed. */
  NEVER_DECIDES(32, undecided()),
  /** Does not answer; no callback, queries say 1037. */
  SILENTLY_NO_ANSWER(33, decides(Outcome.NO_ANSWER).untold()),
  /** Pays; queries say so, and the callback comes late. */
  TOLD_LATE(34, pays().told(When.LATE, Form.TRUE)),
  /** Pays; no callback, queries say for ever "being processed" with HTTP 500. */
  PROCESSING(35, pays().untold().asked(View.PROCESSING)),
  /** Pays; no callback, queries are answered with an error without words and HTTP 200. */
  EMPTY_ERROR(36, pays().untold().asked(View.EMPTY_ERROR)),
  /** Pays; no callback, queries say that the push does not exist. */
  UNKNOWN_PUSH(37, pays().untold().asked(View.UNKNOWN)),
  /** Pays; no callback, queries say that the CheckoutRequestID is invalid. */
  INVALID_PUSH(38, pays().untold().asked(View.INVALID)),
  /** Pays; no callback, queries are throttled with HTTP 429. */
  QUERY_THROTTLED(39, pays().untold().asked(View.THROTTLED)),

  /** Pays; queries say that it was cancelled, then the callback comes late. */
  QUERY_DENIES(40, pays().told(When.LATE, Form.TRUE).asked(View.CANCELLED)),
  /** Cancels late; queries say from the start that it was paid. */
  QUERY_ASSERTS(41, decides(Outcome.CANCELLED).late().asked(View.PAID)),
  /** Pays; no callback, every other query is answered with an error without words. */
  QUERY_WAVERS(42, pays().untold().asked(View.WAVERING)),
  /** Pays; no callback, the first query says 1037, the later ones that it was paid. */
  QUERY_CHANGES(43, pays().untold().asked(View.CHANGING)),
  /** Pays; no callback, queries meet a spike arrest with HTTP 500. */
  QUERY_SPIKE_ARREST(44, pays().untold().asked(View.SPIKE_ARREST)),
  /** Pays; no callback, the answers to queries stall. */
  QUERY_STALLS(45, pays().untold().asked(View.STALLED)),

  /** Pays, but the push is never answered: the connection is cut. */
  ANSWER_LOST(50, pays().answered(Acknowledgement.LOST)),
  /** Cancels, and the push is never answered: the connection is cut. */
  ANSWER_LOST_CANCELS(51, decides(Outcome.CANCELLED).answered(Acknowledgement.LOST)),
  /** Never decides, and the push is never answered: the connection is cut. */
  ANSWER_LOST_SILENT(52, undecided().answered(Acknowledgement.LOST)),
  /** Pays, but the answer to the push is cut in its middle. */
  ANSWER_CUT(53, pays().answered(Acknowledgement.CUT)),
  /** Pays, but the answer to the push stalls in its middle. */
  ANSWER_STALLS(54, pays().answered(Acknowledgement.STALLED)),
  /** Pays, but the push is answered late. */
  ANSWER_SLOW(55, pays().answered(Acknowledgement.SLOW)),
  /** Pays, but the answer to the push holds no ids. */
  ANSWER_WITHOUT_IDS(56, pays().answered(Acknowledgement.WITHOUT_IDS)),
  /** Pays, although the push is answered with an internal error, HTTP 500. */
  ERROR_BUT_PAYS(57, pays().answered(Acknowledgement.ERROR_BUT_RINGS)),
  /** Is never prompted: the push is answered with an internal error, HTTP 500. */
  ERROR(58, undecided().answered(Acknowledgement.ERROR)),
  /** Is never prompted: the push is answered with a page of HTML, HTTP 503. */
  UNAVAILABLE(59, undecided().answered(Acknowledgement.UNAVAILABLE)),

  /** Pays at the second try; the first meets a spike arrest, HTTP 500 in Daraja's envelope. */
  SPIKE_ARREST(60, pays().answered(Acknowledgement.SPIKE_ARREST)),
  /** Pays at the second try; the first meets a spike arrest, HTTP 429 in the gateway's envelope. */
  SPIKE_ARREST_FAULT(61, pays().answered(Acknowledgement.SPIKE_ARREST_FAULT)),
  /** Pays at the second try; the first is blocked with a page of HTML, HTTP 403. */
  BLOCKED(62, pays().answered(Acknowledgement.BLOCKED)),
  /** Pays at the second try; at the first the token is invalid, and stays so. */
  TOKEN_REFUSED_ONCE(63, pays().answered(Acknowledgement.TOKEN_REFUSED_ONCE)),
  /** Is never prompted: every token is refused. */
  TOKEN_REFUSED(64, undecided().answered(Acknowledgement.TOKEN_REFUSED)),
  /** Is never prompted: quota violation, HTTP 500 in Daraja's envelope. */
  QUOTA(65, undecided().answered(Acknowledgement.QUOTA)),
  /** Is never prompted: the system is busy. */
  SYSTEM_BUSY(66, undecided().answered(Acknowledgement.SYSTEM_BUSY)),
  /** Is never prompted: locked by another transaction. */
  LOCKED(67, undecided().answered(Acknowledgement.LOCKED)),
  /** Is never prompted: HTTP 200 with a ResponseCode that is not 0. */
  DECLINED(68, undecided().answered(Acknowledgement.DECLINED)),
  /** Is never prompted: quota violation, HTTP 429 in the gateway's envelope. */
  QUOTA_FAULT(69, undecided().answered(Acknowledgement.QUOTA_FAULT));

  private static final List<Customer> BY_DIGITS = byDigits();

  private final int digits;
  private final Story story;

  Customer(int digits, Story story) {
    this.digits = digits;
    this.story = story;
  }

  /** The customer whom the last two digits of {@code number} name. */
  public static Customer of(String number) {
    return BY_DIGITS.get(Integer.parseInt(number.substring(number.length() - 2)));
  }

  /** The last two digits of this customer's numbers, such as {@code "07"}. */
  public String digits() {
    return String.format(Locale.ROOT, "%02d", digits);
  }

  /**
   * One of this customer's numbers, such as {@code 254700000307} for the third of digits 07.
   *
   * @param nth 0 to 999999, each of which gives another number
   */
  public String number(int nth) {
    if (nth < 0 || nth > 999_999) {
      throw new IllegalArgumentException("nth is 0 to 999999, not " + nth);
    }
    return String.format(Locale.ROOT, "2547%06d%02d", nth, digits);
  }

  /** Its name as people read it: {@code pays late}. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  Story story() {
    return story;
  }

  private static List<Customer> byDigits() {
    var all = new ArrayList<Customer>(Collections.nCopies(100, PAYS));
    for (var customer : values()) {
      all.set(customer.digits, customer);
    }
    return List.copyOf(all);
  }
}
