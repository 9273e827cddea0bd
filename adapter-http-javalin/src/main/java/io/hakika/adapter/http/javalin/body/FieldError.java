package io.hakika.adapter.http.javalin.body;

import io.hakika.domain.value.ProviderText;

/**
 * A field of a request that cannot be accepted, and why.
 *
 * @param field its name, cut and masked where a stranger chose it
 */
public record FieldError(String field, String message) {

  private static final int LONGEST_NAME = 60;

  public FieldError {
    field = shown(field);
  }

  /** A name as it may be repeated: on one line, short, with phone numbers masked. */
  private static String shown(String name) {
    var masked = new ProviderText(name).value();
    return masked.length() <= LONGEST_NAME ? masked : masked.substring(0, LONGEST_NAME) + "…";
  }
}
