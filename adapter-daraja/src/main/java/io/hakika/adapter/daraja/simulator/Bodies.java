package io.hakika.adapter.daraja.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The bodies that Daraja and the gateway before it answer, in their spelling. */
final class Bodies {

  /** Stands in a body for a request id, which each answer gets anew. */
  static final String REQUEST_ID = "{requestId}";

  private static final JsonMapper JSON = JsonMapper.shared();

  private Bodies() {}

  static String error(String code, String message) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("requestId", REQUEST_ID);
    fields.put("errorCode", code);
    fields.put("errorMessage", message);
    return json(fields);
  }

  static String fault(String code, String text) {
    return json(Map.of("fault", faultOf(code, text)));
  }

  private static Map<String, Object> faultOf(String code, String text) {
    var fault = new LinkedHashMap<String, Object>();
    fault.put("faultstring", text);
    fault.put("detail", Map.of("errorcode", code));
    return fault;
  }

  static String blockedPage() {
    return "<html><head><title>Request unsuccessful</title></head><body>Request unsuccessful."
        + " Incapsula incident ID: 0-0</body></html>";
  }

  static String json(Map<String, Object> fields) {
    return JSON.writeValueAsString(fields);
  }
}
