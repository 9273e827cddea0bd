package io.hakika.domain.value;

import java.util.regex.Pattern;

/**
 * An amount as the other side reported it, which need not be a sum of whole shillings.
 *
 * <p>Daraja writes {@code 1}, {@code 1.00} and {@code "1"} for one shilling; a reader gives the
 * plain decimal, or the raw text when it is no number at all. Either way it can be compared by
 * value, and shown as it came, without rounding.
 */
public record ReportedAmount(String text) {

  private static final Pattern FORM = Pattern.compile(".{1,64}", Pattern.DOTALL);
  private static final Pattern WHOLE = Pattern.compile("0*([1-9][0-9]*)(?:\\.0*)?");

  public ReportedAmount {
    text = Text.printable(text);
    Text.matching(FORM, text, "a reported amount is 1 to 64 characters");
  }

  /** Whether this is exactly the agreed amount. */
  public boolean is(Shillings agreed) {
    var whole = WHOLE.matcher(text);
    return whole.matches() && whole.group(1).equals(Long.toString(agreed.value()));
  }

  @Override
  public String toString() {
    return "KES " + Text.shown(text);
  }
}
