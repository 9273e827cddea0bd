package io.hakika.adapter.daraja;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An error that was put into words: Daraja's own ({@code errorCode}, {@code errorMessage}), or one
 * of the gateway in front of it ({@code fault}).
 *
 * @param code Daraja's code, or the gateway's; empty where the gateway names none
 * @param message as it came; empty where there is none
 */
record DarajaError(Speaker speaker, String code, String message) {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Who reports the error. */
  enum Speaker {
    DARAJA,
    GATEWAY
  }

  /** The error that {@code body} reports; empty if it reports none that is well-formed. */
  static Optional<DarajaError> in(Json body) {
    if (body.at("fault") instanceof Json.Fields fault) {
      var code = Codes.read(fault.at("detail").at("errorcode")).orElse("");
      var text = fault.at("faultstring").text().orElse("");
      return Optional.of(new DarajaError(Speaker.GATEWAY, code, text));
    }
    return Codes.read(body.at("errorCode"))
        .map(code -> new DarajaError(Speaker.DARAJA, code, message(body)));
  }

  private static String message(Json body) {
    return body.at("errorMessage").text().orElse("");
  }

  /** Whether the message holds {@code words}, whatever its case and its spaces. */
  boolean mentions(String words) {
    return SPACE.matcher(message.toLowerCase(Locale.ROOT)).replaceAll(" ").contains(words);
  }

  /** The message, or the code where there is none. */
  String reason() {
    return message.isEmpty() ? "error " + code + " without a message" : message;
  }
}
