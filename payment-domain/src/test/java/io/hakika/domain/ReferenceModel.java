package io.hakika.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The state machine a second time: plain fields, and {@link ReferenceRules}, a flat list that is
 * read from top to bottom. It shares no type with the real one but the waits, and was written from
 * the contract before the real one was read, so that a mistake made in one shows as a difference.
 */
final class ReferenceModel {

  // What is known, in the contract's words; null: not known.
  String status = "pending";
  String reason;
  String push = "claimed";
  Instant claimedAt;
  Instant unknownSince;
  Instant submittedAt;
  Instant settledAt;
  String checkoutId;
  String merchantId;
  String receipt;
  boolean receiptTyped;
  String movedAt;
  String failure;
  final Set<String> attention = new TreeSet<>();
  final List<Answer> answers = new ArrayList<>();
  boolean queryDue;
  final Set<String> contradictionsTold = new TreeSet<>();

  // What is being heard.
  Instant now;
  String heard;
  Call call;
  boolean receiptFree;
  String detail;

  // What the last thing heard did, beyond the fields above. A null reading: the contract is silent.
  final List<String> told = new ArrayList<>();
  String reading;
  final Set<Rule> rulesUsed = Collections.newSetFromMap(new IdentityHashMap<>());

  final Patience patience;
  private final BigDecimal agreed;
  private final Instant createdAt;

  ReferenceModel(long shillings, Instant createdAt, Patience patience) {
    this.agreed = BigDecimal.valueOf(shillings);
    this.createdAt = createdAt;
    this.patience = patience;
    this.claimedAt = createdAt;
  }

  /** One answer to a query: what it is worth, whether there was one at all, and when. */
  record Answer(String worth, boolean answered, Instant at) {}

  /** What a callback names; null where it names nothing. */
  record Call(
      String checkoutId,
      String merchantId,
      String code,
      String amount,
      String receipt,
      String movedAt) {}

  // --- one function for each kind of evidence ---

  void pushAccepted(String checkout, String merchant, Instant at) {
    call = new Call(checkout, merchant, null, null, null, null);
    hear("push accepted", at);
  }

  void pushRefused(String code, Instant at) {
    detail = code;
    hear("push refused", at);
  }

  void pushNotSent(Instant at) {
    hear("push not sent", at);
  }

  void pushUnknown(Instant at) {
    hear("push unknown", at);
  }

  void unusableCallback(Instant at) {
    hear("unusable callback", at);
  }

  /** The five steps in which a callback is judged. */
  void callback(Call said, boolean idAnothers, boolean receiptAnothers, Instant at) {
    call = said;
    var named = said.checkoutId();
    if (named == null || (checkoutId == null ? idAnothers : !checkoutId.equals(named))) {
      hear("mismatched callback", at);
      return;
    }
    takeIds();
    receiptFree = said.receipt() != null && !receiptAnothers;
    detail = said.code();
    hear(sorted(said, receiptAnothers), at);
  }

  private String sorted(Call said, boolean receiptAnothers) {
    if (said.code().equals("4999")) {
      return "no outcome";
    }
    if (!said.code().equals("0")) {
      return said.receipt() == null ? "failure" : "failure with receipt";
    }
    if (said.receipt() != null && receiptAnothers) {
      return "taken receipt";
    }
    if (said.amount() != null && !isAgreed(said.amount())) {
      return "wrong amount";
    }
    return said.receipt() == null ? "bare success" : "good success";
  }

  private boolean isAgreed(String amount) {
    try {
      return new BigDecimal(amount).compareTo(agreed) == 0;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }

  void query(String worth, String code, boolean answered, Instant at) {
    answers.add(new Answer(worth, answered, at));
    // Whoever asked: the question that was due is asked. Only of a submitted payment is there more.
    queryDue = status.equals("submitted");
    detail = code;
    hear("query " + worth, at);
  }

  void timePasses(Instant at) {
    hear("time", at);
  }

  /** Takes a queued push up again, where that is allowed. */
  boolean resend(Instant at) {
    if (!status.equals("pending") || !push.equals("queued") || tooOldToSend(at)) {
      return false;
    }
    push = "claimed";
    claimedAt = at;
    return true;
  }

  void operatorPays(String typed, Instant at) {
    detail = typed;
    hear("operator pays", at);
  }

  void operatorFails(Instant at) {
    hear("operator fails", at);
  }

  void operatorReopens(Instant at) {
    hear("operator reopens", at);
  }

  /** The first rule that fits acts. None: the payment stands. */
  private void hear(String what, Instant at) {
    now = at;
    heard = what;
    told.clear();
    reading = null;
    for (var rule : ReferenceRules.about(what)) {
      if (rule.fits(place(), this)) {
        rulesUsed.add(rule);
        rule.then().accept(this);
        break;
      }
    }
    call = null;
    detail = null;
    receiptFree = false;
  }

  // --- what the rules ask ---

  String place() {
    return status.equals("needs_review") ? reason : status;
  }

  boolean tooOldToSend(Instant at) {
    return !at.isBefore(createdAt.plus(patience.submissionRetry()));
  }

  boolean since(Instant begin, Duration wait) {
    return !now.isBefore(begin.plus(wait));
  }

  boolean successHeard() {
    return answers.stream().anyMatch(answer -> answer.worth().equals("success"));
  }

  /** Whether the newest answer and an earlier one agree, far apart, unopposed in between. */
  boolean saidTwice() {
    var newest = answers.get(answers.size() - 1);
    for (var i = answers.size() - 2; i >= 0; i--) {
      var earlier = answers.get(i);
      if (earlier.worth().equals("no information")) {
        continue;
      }
      if (!earlier.worth().equals(newest.worth())) {
        return false;
      }
      if (!newest.at().isBefore(earlier.at().plus(patience.recoveryBackoff()))) {
        return true;
      }
    }
    return false;
  }

  /** The class of the last answer that says anything. */
  String lastClass() {
    for (var i = answers.size() - 1; i >= 0; i--) {
      if (!answers.get(i).worth().equals("no information")) {
        return answers.get(i).worth();
      }
    }
    return "none";
  }

  /** The deadline and one answer or three tries; or twelve times the deadline. */
  boolean askedEnough() {
    var answered = answers.stream().anyMatch(Answer::answered);
    var asked = answered || answers.size() >= 3;
    return (since(submittedAt, patience.recoveryDeadline()) && asked)
        || since(submittedAt, patience.recoveryDeadline().multipliedBy(12));
  }

  boolean otherIds() {
    return checkoutId != null && !checkoutId.equals(call.checkoutId());
  }

  boolean sameReceipt() {
    return call.receipt().equals(receipt);
  }

  // --- what the rules do ---

  void takeIds() {
    if (checkoutId == null) {
      checkoutId = call.checkoutId();
    }
    if (merchantId == null && checkoutId.equals(call.checkoutId())) {
      merchantId = call.merchantId();
    }
  }

  void acknowledgedLate() {
    takeIds();
    if (submittedAt == null) {
      submittedAt = now;
    }
  }

  void becomeSubmitted() {
    if (otherIds()) {
      attention.add("mismatched_callback");
    }
    checkoutId = call.checkoutId();
    merchantId = call.merchantId();
    enter("submitted", null);
    submittedAt = now;
    queryDue = true;
  }

  void becomePaid() {
    enter("paid", null);
    settledAt = now;
  }

  void fail(String source, String code) {
    enter("failed", null);
    settledAt = now;
    failure = source + " " + showable(code);
  }

  /** Codes are strings: any, as long as they can be shown. */
  private static String showable(String code) {
    var out = new StringBuilder();
    code.chars().limit(64).forEach(c -> out.append(c > 0x20 && c < 0x7F ? (char) c : '?'));
    return out.length() == 0 ? "unknown" : out.toString();
  }

  void review(String why) {
    enter("needs_review", why);
  }

  private void enter(String nextStatus, String nextReason) {
    status = nextStatus;
    reason = nextReason;
    push = null;
    failure = null;
    settledAt = null;
    queryDue = false;
    reading = "applied";
    told.add("payment." + nextStatus);
  }

  /** A free receipt is filled in if none is held; one that a person typed yields to it. */
  void keepReceipt() {
    if (!receiptFree) {
      return;
    }
    if (receipt != null && receiptTyped && !sameReceipt()) {
      receipt = null;
      movedAt = null;
    }
    if (receipt == null || sameReceipt()) {
      receipt = call.receipt();
      receiptTyped = false;
      fillDate();
    }
  }

  void fillDate() {
    if (movedAt == null) {
      movedAt = call.movedAt();
    }
  }

  void contradict() {
    attention.add("contradicted");
    reading = "contradictory";
    var typed = receiptTyped && heard.equals("good success");
    if (contradictionsTold.add(typed ? heard + " over a typed receipt" : heard)) {
      told.add("payment.contradicted");
    }
  }
}
