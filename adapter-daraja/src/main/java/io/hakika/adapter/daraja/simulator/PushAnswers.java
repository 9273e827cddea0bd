package io.hakika.adapter.daraja.simulator;

import java.util.LinkedHashMap;

/** What Daraja answers a push. */
final class PushAnswers {

  private static final String ACCEPTED = "Success. Request accepted for processing";
  private static final String BUSY = "System is busy. Please try again in few minutes.";

  private PushAnswers() {}

  static Answer accepted(PushIds ids) {
    return answer(ids, "0", ACCEPTED);
  }

  /** The answer to a push that made no phone ring. */
  static Answer refused(Acknowledgement as) {
    return switch (as) {
      case ERROR -> Answer.error(500, "500.003.1001", "Internal Server Error");
      case SPIKE_ARREST ->
          Answer.error(500, "500.003.02", "Error Occurred: Spike Arrest Violation");
      case SPIKE_ARREST_FAULT -> spikeArrest(10);
      case BLOCKED -> Answer.blocked(403);
      case UNAVAILABLE -> Answer.blocked(503);
      case QUOTA -> Answer.error(500, "500.003.03", "Error Occurred: Quota Violation");
      case QUOTA_FAULT ->
          Answer.fault(
              429,
              "policies.ratelimit.QuotaViolation",
              "Rate limit quota violation. Quota limit exceeded. Identifier : _default");
      case SYSTEM_BUSY -> Answer.error(500, "500.003.02", BUSY);
      case TOKEN_REFUSED, TOKEN_REFUSED_ONCE -> Rebuff.TOKEN.answer();
      case LOCKED -> Answer.error(500, "500.001.1001", Outcome.LINE_BUSY.callbackText());
      case DECLINED -> answer(new PushIds("", ""), "1", "Rejected");
      default -> throw new IllegalArgumentException(as + " lets the phone ring");
    };
  }

  /** The answer to a push that made a phone ring. */
  static Answer rung(Acknowledgement as, PushIds ids) {
    return switch (as) {
      case NORMAL, SLOW -> accepted(ids);
      case LOST -> Answer.lost();
      case CUT -> accepted(ids).ending(Answer.Ending.CUT);
      case STALLED -> accepted(ids).ending(Answer.Ending.STALLED);
      case WITHOUT_IDS -> answer(new PushIds("", ""), "0", ACCEPTED);
      case ERROR_BUT_RINGS -> Answer.error(500, "500.003.1001", "Internal Server Error");
      default -> throw new IllegalArgumentException(as + " lets no phone ring");
    };
  }

  /** The gateway's answer to who comes too fast. */
  static Answer spikeArrest(int perMinute) {
    return Answer.fault(
        429,
        "policies.ratelimit.SpikeArrestViolation",
        "Spike arrest violation. Allowed rate : MessageRate{messagesPerPeriod=%d,"
                .formatted(perMinute)
            + " periodInMicroseconds=60000000, maxBurstMessageCount=1.0}");
  }

  private static Answer answer(PushIds ids, String code, String text) {
    var fields = new LinkedHashMap<String, Object>();
    if (!ids.checkoutRequestId().isEmpty()) {
      fields.put("MerchantRequestID", ids.merchantRequestId());
      fields.put("CheckoutRequestID", ids.checkoutRequestId());
    }
    fields.put("ResponseCode", code);
    fields.put("ResponseDescription", text);
    fields.put("CustomerMessage", text);
    return Answer.json(200, Bodies.json(fields));
  }
}
