package io.hakika.adapter.daraja.simulator;

/** What can become of a prompt, with Daraja's code and its words on either channel. */
enum Outcome {
  PAID("0", "The service request is processed successfully."),
  NO_FUNDS("1", "The balance is insufficient for the transaction."),
  OVER_LIMIT("4", "Declined due to limit rule: would exceed daily transfer limit."),
  RULE_LIMITED("17", "Rule limited."),
  LINE_BUSY(
      "1001",
      "Unable to lock subscriber, a transaction is already in process for the current subscriber"),
  EXPIRED("1019", "Transaction has expired"),
  CANCELLED("1032", "Request cancelled by user"),
  UPSTREAM_TIMEOUT("1036", "SMSC ACK timeout."),
  NO_ANSWER("1037", "No response from user.", "DS timeout user cannot be reached."),
  WRONG_PIN("2001", "The initiator information is invalid."),
  NOT_PERMITTED("2028", "The request is not permitted according to product assignment."),
  PIN_LOCKED("8006", "The security credential is locked."),
  NO_OPERATOR("SFC_IC0003", "The operator does not exist.");

  private final String code;
  private final String callbackText;
  private final String queryText;

  Outcome(String code, String text) {
    this(code, text, text);
  }

  Outcome(String code, String callbackText, String queryText) {
    this.code = code;
    this.callbackText = callbackText;
    this.queryText = queryText;
  }

  String code() {
    return code;
  }

  /** Whether the code can be a JSON number, as it then is in a callback. */
  boolean numeric() {
    return Character.isDigit(code.charAt(0));
  }

  String callbackText() {
    return callbackText;
  }

  String queryText() {
    return queryText;
  }
}
