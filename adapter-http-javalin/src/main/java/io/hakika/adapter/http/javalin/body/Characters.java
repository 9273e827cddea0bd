package io.hakika.adapter.http.javalin.body;

/** What no text of a request may hold. */
final class Characters {

  private Characters() {}

  /** Whether every character can be shown, stored and sent on: no control, no lone surrogate. */
  static boolean arePrintable(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }
}
