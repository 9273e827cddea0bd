package io.hakika.adapter.daraja.simulator;

/**
 * Why a request that breaks a rule is refused, in Daraja's flat error shape.
 *
 * @param status the HTTP status
 * @param code errorCode
 * @param message errorMessage
 */
record Rebuff(int status, String code, String message) {

  static final Rebuff NOT_FOUND = new Rebuff(404, "404.001.01", "Resource not found");
  static final Rebuff METHOD = new Rebuff(405, "405.001", "Method Not Allowed");
  static final Rebuff AUTHENTICATION =
      new Rebuff(400, "400.008.01", "Invalid Authentication passed");
  static final Rebuff GRANT_TYPE = new Rebuff(400, "400.008.02", "Invalid grant type passed");
  static final Rebuff HEADER = new Rebuff(404, "404.001.04", "Invalid Authentication Header");
  static final Rebuff TOKEN = new Rebuff(404, "404.001.03", "Invalid Access Token");
  static final Rebuff PAYLOAD = new Rebuff(400, "400.002.05", "Invalid Request Payload");
  static final Rebuff MERCHANT = new Rebuff(500, "500.001.1001", "Merchant does not exist");
  static final Rebuff CREDENTIALS = new Rebuff(500, "500.001.1001", "Wrong credentials");

  static Rebuff field(String name) {
    return new Rebuff(400, "400.002.02", "Bad Request - Invalid " + name);
  }

  Answer answer() {
    return Answer.error(status, code, message);
  }
}
