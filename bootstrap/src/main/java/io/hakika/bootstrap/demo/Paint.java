package io.hakika.bootstrap.demo;

/** Colours words for a terminal that shows colours, and leaves them alone elsewhere. */
record Paint(boolean on) {

  String state(String state, String text) {
    return switch (state) {
      case "paid" -> colour(32, text);
      case "failed" -> colour(31, text);
      case "needs_review" -> colour(33, text);
      case "submitted" -> colour(36, text);
      default -> text;
    };
  }

  String good(String text) {
    return colour(32, text);
  }

  String bad(String text) {
    return colour(31, text);
  }

  String strong(String text) {
    return colour(1, text);
  }

  String faint(String text) {
    return colour(2, text);
  }

  private String colour(int code, String text) {
    return on ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
