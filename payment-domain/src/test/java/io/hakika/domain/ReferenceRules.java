package io.hakika.domain;

import static io.hakika.domain.Rule.row;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every row of the contract's state machine, in its order and in its words. Of the rules about one
 * kind of evidence the first that fits acts; where none fits, the payment stands.
 */
final class ReferenceRules {

  private static final String UNDECIDED =
      "pending submitted unsettled submission_unknown paid_without_receipt";
  private static final String REVIEW =
      "unsettled submission_unknown paid_without_receipt amount_mismatch contradictory";
  private static final String EVERYWHERE = "pending submitted paid failed " + REVIEW;

  private static final List<Rule> PUSH =
      List.of(
          row("pending | push accepted | submitted")
              .at("pending")
              .hears("push accepted")
              .then(ReferenceModel::becomeSubmitted),
          row("pending | push refused | failed (submission)")
              .at("pending")
              .hears("push refused")
              .then(m -> m.fail("submission", m.detail)),
          row("pending | push outcome unknown | pending, unknown")
              .at("pending")
              .hears("push unknown")
              .when(m -> !m.push.equals("unknown"))
              .then(ReferenceRules::nobodyKnows),
          row("pending | its sender died | pending, unknown")
              .at("pending")
              .hears("time")
              .when(m -> m.push.equals("claimed") && m.since(m.claimedAt, m.patience.pushLease()))
              .then(ReferenceRules::senderDied),
          row("pending | push not sent | queued; what is unknown is never sent again")
              .at("pending")
              .hears("push not sent")
              .when(m -> !m.push.equals("unknown"))
              .then(m -> m.push = "queued"),
          row("pending, queued | HAKIKA_SUBMISSION_RETRY old | failed (submission, not_sent)")
              .at("pending")
              .hears("time")
              .when(m -> m.push.equals("queued") && m.tooOldToSend(m.now))
              .then(m -> m.fail("submission", "not_sent")),
          row("pending, unknown | for HAKIKA_SUBMISSION_UNKNOWN_AFTER | submission_unknown")
              .at("pending")
              .hears("time")
              .when(m -> m.push.equals("unknown"))
              .when(m -> m.since(m.unknownSince, m.patience.submissionUnknownAfter()))
              .then(m -> m.review("submission_unknown")),
          row("needs_review submission_unknown | push accepted after all | stands, ids, query due")
              .at("submission_unknown")
              .hears("push accepted")
              .then(ReferenceRules::namedAfterAll),
          row("needs_review submission_unknown | push refused after all | failed (submission)")
              .at("submission_unknown")
              .hears("push refused")
              .then(m -> m.fail("submission", m.detail)));

  private static final List<Rule> SUCCESS =
      List.of(
          row("undecided | good success | paid; a queued push is dropped")
              .at(UNDECIDED)
              .hears("good success")
              .then(ReferenceRules::paidWithReceipt),
          row("the same | bare success | paid, receipt null, attention receipt_missing")
              .at(UNDECIDED)
              .hears("bare success")
              .then(ReferenceRules::paidWithoutReceipt),
          row("the same | success, wrong amount | amount_mismatch, the receipt kept")
              .at(UNDECIDED)
              .hears("wrong amount")
              .then(ReferenceRules::wrongAmount),
          row("the same | success, taken receipt | contradictory, the receipt not put on it")
              .at(UNDECIDED)
              .hears("taken receipt")
              .then(m -> reviewKeeping(m, "contradictory")),
          row("failed | any success callback | contradictory, a free receipt kept")
              .at("failed")
              .hears("good success")
              .then(m -> reviewKeeping(m, "contradictory")),
          row("failed | any success callback | contradictory, a free receipt kept")
              .at("failed")
              .hears("bare success")
              .then(m -> reviewKeeping(m, "contradictory")),
          row("failed | any success callback | contradictory, a free receipt kept")
              .at("failed")
              .hears("wrong amount")
              .then(m -> reviewKeeping(m, "contradictory")),
          row("failed | any success callback | contradictory, a free receipt kept")
              .at("failed")
              .hears("taken receipt")
              .then(m -> reviewKeeping(m, "contradictory")));

  private static final List<Rule> FAILURE =
      List.of(
          row("4: a failure that carries a receipt counts as contradiction")
              .at(UNDECIDED + " failed")
              .hears("failure with receipt")
              .then(m -> reviewKeeping(m, "contradictory")),
          row("submitted after a success query | failure callback | contradictory")
              .at("submitted")
              .hears("failure")
              .when(ReferenceModel::successHeard)
              .then(m -> m.review("contradictory")),
          row("needs_review paid_without_receipt | failure callback | contradictory")
              .at("paid_without_receipt")
              .hears("failure")
              .then(m -> m.review("contradictory")),
          row("pending, submitted, unsettled, submission_unknown | failure callback | failed")
              .at("pending submitted unsettled submission_unknown")
              .hears("failure")
              .then(m -> m.fail("callback", m.detail)),
          row("failed | failure | stands; duplicate")
              .at("failed")
              .hears("failure")
              .then(ReferenceRules::duplicate),
          row("failed | failure | stands; duplicate")
              .at("failed")
              .hears("query certain failure")
              .then(ReferenceRules::duplicate),
          row("failed | failure | stands; duplicate")
              .at("failed")
              .hears("query likely failure")
              .then(ReferenceRules::duplicate),
          row("failed | failure | stands; duplicate")
              .at("failed")
              .hears("push refused")
              .then(ReferenceRules::duplicate));

  private static final List<Rule> QUERY =
      List.of(
          row("submitted after a success query | certain failure query | contradictory")
              .at("submitted")
              .hears("query certain failure")
              .when(ReferenceModel::successHeard)
              .then(m -> m.review("contradictory")),
          row("needs_review paid_without_receipt | certain failure query | contradictory")
              .at("paid_without_receipt")
              .hears("query certain failure")
              .then(m -> m.review("contradictory")),
          row("submitted, unsettled, no success before | certain failure query | failed (query)")
              .at("submitted unsettled")
              .hears("query certain failure")
              .when(m -> !m.successHeard())
              .then(m -> m.fail("query", m.detail)),
          row("submitted, unsettled | likely failure twice, after a success | contradictory")
              .at("submitted unsettled")
              .hears("query likely failure")
              .when(m -> m.saidTwice() && m.successHeard())
              .then(m -> m.review("contradictory")),
          row("submitted, unsettled | likely failure query said twice | failed (query)")
              .at("submitted unsettled")
              .hears("query likely failure")
              .when(ReferenceModel::saidTwice)
              .then(m -> m.fail("query", m.detail)),
          row("submitted, unsettled | success query said twice | paid_without_receipt")
              .at("submitted unsettled")
              .hears("query success")
              .when(ReferenceModel::saidTwice)
              .then(m -> m.review("paid_without_receipt")),
          row("submitted | deadline and asked enough, last class success | paid_without_receipt")
              .at("submitted")
              .hears("time")
              .when(m -> m.askedEnough() && m.lastClass().equals("success"))
              .then(m -> m.review("paid_without_receipt")),
          row("submitted | deadline and asked enough | unsettled")
              .at("submitted")
              .hears("time")
              .when(ReferenceModel::askedEnough)
              .then(m -> m.review("unsettled")),
          row("failed | success query said twice | contradictory")
              .at("failed")
              .hears("query success")
              .when(ReferenceModel::saidTwice)
              .then(m -> m.review("contradictory")),
          row("(no row, so it stands; but said once, it is asked again, or it is never said twice)")
              .at("failed")
              .hears("query success")
              .then(m -> m.queryDue = true));

  private static final List<Rule> PAID =
      List.of(
          row("paid | another receipt | contradicted; one typed yields to one from a callback")
              .at("paid")
              .hears("good success")
              .when(m -> m.receipt != null && !m.sameReceipt())
              .then(ReferenceRules::anotherReceipt),
          row("paid | the same receipt again | duplicate (a missing receipt or date is filled in)")
              .at("paid")
              .hears("good success")
              .then(ReferenceRules::saidAgain),
          row("paid | a bare success | duplicate (a missing date is filled in)")
              .at("paid")
              .hears("bare success")
              .then(ReferenceRules::saidBarely),
          row("paid | the same receipt with another amount | contradicted")
              .at("paid")
              .hears("wrong amount")
              .then(ReferenceModel::contradict),
          row("paid | another receipt (which is another payment's) | contradicted")
              .at("paid")
              .hears("taken receipt")
              .then(ReferenceModel::contradict),
          row("paid | failure callback | contradicted")
              .at("paid")
              .hears("failure")
              .then(ReferenceModel::contradict),
          row("paid | failure callback | contradicted")
              .at("paid")
              .hears("failure with receipt")
              .then(ReferenceModel::contradict),
          row("paid | a refusal in a late push answer | contradicted")
              .at("paid")
              .hears("push refused")
              .then(ReferenceModel::contradict),
          row("paid | other ids in a late push answer | contradicted")
              .at("paid")
              .hears("push accepted")
              .when(ReferenceModel::otherIds)
              .then(ReferenceModel::contradict),
          row("submittedAt is when the acknowledgement came, ids are kept whenever they come")
              .at("paid failed unsettled paid_without_receipt amount_mismatch contradictory")
              .hears("push accepted")
              .then(ReferenceModel::acknowledgedLate),
          row("paid | failure query | stands; attention")
              .at("paid")
              .hears("query certain failure")
              .then(m -> m.attention.add("contradicted")),
          row("paid | failure query | stands; attention")
              .at("paid")
              .hears("query likely failure")
              .then(m -> m.attention.add("contradicted")));

  private static final List<Rule> PEOPLE =
      List.of(
          row("needs_review | operator | paid (receipt required)")
              .at(REVIEW)
              .hears("operator pays")
              .then(ReferenceRules::paidByPerson),
          row("needs_review | operator | failed")
              .at(REVIEW)
              .hears("operator fails")
              .then(m -> m.fail("operator", "operator")),
          row("failed | reopened by an operator | contradictory")
              .at("failed")
              .hears("operator reopens")
              .then(m -> m.review("contradictory")));

  /** What holds in every state, after the rows that name one. */
  private static final List<Rule> EVERYWHERE_ELSE =
      Stream.concat(
              Stream.of(
                  row("2: another's or no CheckoutRequestID | unchanged, query due, attention")
                      .at(EVERYWHERE)
                      .hears("mismatched callback")
                      .then(ReferenceRules::mismatched),
                  row("a callback that is malformed or refused | kept, a query made due")
                      .at(EVERYWHERE)
                      .hears("unusable callback")
                      .then(m -> m.queryDue = true)),
              Stream.of(
                      "good success",
                      "bare success",
                      "wrong amount",
                      "taken receipt",
                      "failure",
                      "failure with receipt")
                  .map(
                      message ->
                          row("amount_mismatch contradictory | any message | stands; receipt in")
                              .at("amount_mismatch contradictory")
                              .hears(message)
                              .when(m -> m.receipt == null)
                              .then(ReferenceModel::keepReceipt)))
          .toList();

  private static final Map<String, List<Rule>> BY_EVIDENCE =
      Stream.of(PUSH, SUCCESS, FAILURE, QUERY, PAID, PEOPLE, EVERYWHERE_ELSE)
          .flatMap(List::stream)
          .collect(Collectors.groupingBy(Rule::heard));

  private ReferenceRules() {}

  static List<Rule> all() {
    return BY_EVIDENCE.values().stream().flatMap(List::stream).toList();
  }

  static List<Rule> about(String heard) {
    return BY_EVIDENCE.getOrDefault(heard, List.of());
  }

  private static void nobodyKnows(ReferenceModel m) {
    m.push = "unknown";
    m.unknownSince = m.now;
  }

  private static void senderDied(ReferenceModel m) {
    m.push = "unknown";
    m.unknownSince = m.claimedAt;
  }

  private static void namedAfterAll(ReferenceModel m) {
    m.acknowledgedLate();
    m.queryDue = true;
  }

  private static void paidWithReceipt(ReferenceModel m) {
    m.becomePaid();
    m.keepReceipt();
  }

  private static void paidWithoutReceipt(ReferenceModel m) {
    m.becomePaid();
    m.fillDate();
    m.attention.add("receipt_missing");
  }

  private static void wrongAmount(ReferenceModel m) {
    m.review("amount_mismatch");
    m.keepReceipt();
    m.fillDate();
  }

  private static void reviewKeeping(ReferenceModel m, String why) {
    m.review(why);
    m.keepReceipt();
  }

  private static void anotherReceipt(ReferenceModel m) {
    m.contradict();
    m.keepReceipt();
  }

  private static void saidAgain(ReferenceModel m) {
    m.keepReceipt();
    m.attention.remove("receipt_missing");
    m.reading = "duplicate";
  }

  private static void saidBarely(ReferenceModel m) {
    m.fillDate();
    m.reading = "duplicate";
  }

  private static void duplicate(ReferenceModel m) {
    m.reading = "duplicate";
  }

  private static void mismatched(ReferenceModel m) {
    m.attention.add("mismatched_callback");
    m.queryDue = true;
    m.reading = "mismatched";
  }

  private static void paidByPerson(ReferenceModel m) {
    m.becomePaid();
    if (!m.detail.equals(m.receipt)) {
      m.movedAt = m.receipt == null ? m.movedAt : null;
      m.receipt = m.detail;
      m.receiptTyped = true;
    }
  }
}
