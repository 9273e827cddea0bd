package io.hakika.adapter.daraja;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells pages meant for browsers, which the firewall in front of Daraja answers with. */
final class Pages {

  private static final int ENOUGH = 1024;

  private Pages() {}

  static boolean isHtml(Reply.Whole answer) {
    var body = answer.raw().body();
    var length = Math.min(ENOUGH, body.length);
    var start = new String(body, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return start.contains("<html")
        || start.contains("<!doctype html")
        || answer.contentType().toLowerCase(Locale.ROOT).startsWith("text/html") && length > 0;
  }
}
