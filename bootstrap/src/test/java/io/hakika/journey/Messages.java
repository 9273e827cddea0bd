package io.hakika.journey;

import io.hakika.adapter.daraja.simulator.Answer;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Messages in Daraja's spelling, for what no customer of the simulator says. */
final class Messages {

  private static final JsonMapper JSON = new JsonMapper();

  private Messages() {}

  /** A callback without metadata. */
  static String callback(String requestId, int resultCode) {
    return callback(requestId, resultCode, Map.of());
  }

  /** A callback with metadata. */
  static String callback(String requestId, int resultCode, Map<String, Object> items) {
    var callback = JSON.createObjectNode();
    callback
        .put("MerchantRequestID", "29115-34620561-1")
        .put("CheckoutRequestID", requestId)
        .put("ResultCode", resultCode)
        .put("ResultDesc", "As the test says");
    if (!items.isEmpty()) {
      var list = callback.putObject("CallbackMetadata").putArray("Item");
      items.forEach((name, value) -> list.addObject().put("Name", name).putPOJO("Value", value));
    }
    var body = JSON.createObjectNode();
    body.putObject("Body").set("stkCallback", callback);
    return body.toString();
  }

  /** A success with what makes it good. */
  static String success(String requestId, long amount, String receipt) {
    return callback(requestId, 0, Map.of("Amount", amount, "MpesaReceiptNumber", receipt));
  }

  /** The answer to a query. */
  static Answer queryResult(String requestId, int resultCode) {
    var body =
        JSON.createObjectNode()
            .put("ResponseCode", "0")
            .put("ResponseDescription", "The service request has been accepted successfully")
            .put("MerchantRequestID", "29115-34620561-1")
            .put("CheckoutRequestID", requestId)
            .put("ResultCode", Integer.toString(resultCode))
            .put("ResultDesc", "As the test says");
    return Answer.json(200, body.toString());
  }
}
