package io.hakika.domain.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * M-Pesa's receipt number: 8 to 20 capital letters and digits, unique over all of M-Pesa.
 *
 * <p>It is only ever copied from a message or typed by a person; nothing here can make one.
 */
public record Receipt(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9]{8,20}");

  public Receipt {
    Text.matching(FORM, value, "a receipt is 8 to 20 capital letters and digits");
  }

  /** Reads a receipt in either case, with space around it. */
  public static Receipt parse(String text) {
    return new Receipt(text.strip().toUpperCase(Locale.ROOT));
  }

  /** Reads a receipt, or nothing if the text is none. */
  public static Optional<Receipt> tryParse(String text) {
    var folded = text.strip().toUpperCase(Locale.ROOT);
    return FORM.matcher(folded).matches() ? Optional.of(new Receipt(folded)) : Optional.empty();
  }

  @Override
  public String toString() {
    return Text.shown(value);
  }
}
