package io.hakika.adapter.persistence.jooq;

import java.util.Random;

/** Text as nobody should write it into a statement: quotes, escapes, comments, odd characters. */
final class HostileText {

  private static final String[] PIECES = {
    "'",
    "''",
    "\"",
    "\\",
    "\\'",
    "\\\\",
    "--",
    "/*",
    "*/",
    ";",
    "?",
    ":a",
    "$$",
    "$1",
    "%",
    "_",
    "{",
    "}",
    "{ts '1'}",
    "{fn now()}",
    "E'",
    "x'",
    "U&'",
    "\n",
    "\r\n",
    "\t",
    "\u0001",
    "\u007f",
    "\u00a0",
    "\u2028",
    "•",
    "é",
    "🎉",
    "null",
    "0712345678",
    " ",
    "a",
    "Z",
    "</script>",
    "`",
    "[",
    "]"
  };

  private HostileText() {}

  static String from(Random random) {
    var text = new StringBuilder();
    for (var piece = random.nextInt(12); piece > 0; piece--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
