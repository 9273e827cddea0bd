package io.hakika.adapter.daraja.simulator;

import java.util.LinkedHashMap;

/** What Daraja answers a query. */
final class QueryAnswers {

  private static final String NO_INFORMATION = "500.001.1001";
  private static final int SANDBOX_PER_MINUTE = 5;

  private final World world;

  QueryAnswers(World world) {
    this.world = world;
  }

  /** What is told of a prompt, as its customer's view has it. */
  Answer about(Prompt prompt) {
    var view = prompt.story().view();
    var decided = prompt.resultCode() != null;
    return switch (view) {
      case PROCESSING -> processing();
      case EMPTY_ERROR -> emptyError(200);
      case UNKNOWN -> doesNotExist();
      case INVALID -> Rebuff.field(Fields.CHECKOUT_REQUEST_ID).answer();
      case THROTTLED -> throttled();
      case SPIKE_ARREST -> PushAnswers.refused(Acknowledgement.SPIKE_ARREST);
      case PAID -> says(prompt, Outcome.PAID);
      case STALLED -> pending(prompt).ending(Answer.Ending.STALLED);
      default -> decided ? decided(prompt, view) : pending(prompt);
    };
  }

  /** What is told of a push that nobody knows. */
  Answer unknown() {
    return world.shows(Quirk.UNKNOWN_AS_INVALID)
        ? Rebuff.field(Fields.CHECKOUT_REQUEST_ID).answer()
        : doesNotExist();
  }

  /** What is told who asks too often. */
  static Answer throttled() {
    return PushAnswers.spikeArrest(SANDBOX_PER_MINUTE);
  }

  private Answer decided(Prompt prompt, View view) {
    var truth = says(prompt, prompt.decision().outcome());
    var before = prompt.asked();
    return switch (view) {
      case CANCELLED -> says(prompt, Outcome.CANCELLED);
      case WAVERING -> before % 2 == 0 ? emptyError(500) : truth;
      case CHANGING -> before == 0 ? says(prompt, Outcome.NO_ANSWER) : truth;
      default -> truth;
    };
  }

  private Answer pending(Prompt prompt) {
    if (world.shows(Quirk.PENDING_AS_ERROR)) {
      return processing();
    }
    return world.shows(Quirk.PENDING_AS_EMPTY_ERROR)
        ? emptyError(200)
        : says(prompt, "4999", "The transaction is still under processing");
  }

  private static Answer processing() {
    return Answer.error(500, NO_INFORMATION, "The transaction is being processed");
  }

  private static Answer emptyError(int status) {
    return Answer.error(status, NO_INFORMATION, "");
  }

  private static Answer doesNotExist() {
    return Answer.error(500, NO_INFORMATION, "The transaction does not Exist");
  }

  private static Answer says(Prompt prompt, Outcome outcome) {
    return says(prompt, outcome.code(), outcome.queryText());
  }

  private static Answer says(Prompt prompt, String code, String text) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("ResponseCode", "0");
    fields.put("ResponseDescription", "The service request has been accepted successfully");
    fields.put("MerchantRequestID", prompt.merchantRequestId());
    fields.put("CheckoutRequestID", prompt.checkoutRequestId());
    fields.put("ResultCode", code);
    fields.put("ResultDesc", text);
    return Answer.json(200, Bodies.json(fields));
  }
}
