package io.hakika.adapter.http.javalin.body;

import io.hakika.application.port.driving.ReviewPayments.Outcome;
import io.hakika.application.port.driving.ReviewPayments.Resolution;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code POST /v1/payments/{id}/resolution} takes. */
public final class ResolutionFields {

  private static final String RECEIPT = "mpesaReceiptNumber";
  private static final int LONGEST_NOTE = 500;

  private ResolutionFields() {}

  /**
   * Reads a person's decision. A phone number in its note is masked, because notes are shown in
   * timelines.
   *
   * @param by the name of the key that decides
   * @throws InvalidRequest naming every faulty field
   */
  public static Resolution read(Fields fields, PaymentId payment, String by) {
    var word = fields.required("outcome", Word::parse);
    var receipt = fields.optional(RECEIPT, Receipts::parse);
    var note = fields.required("note", ResolutionFields::note);
    var version = fields.optionalInteger("version", ResolutionFields::version);
    checkReceipt(fields, word, receipt);
    fields.check();
    return new Resolution(
        payment,
        outcome(Objects.requireNonNull(word), receipt),
        Objects.requireNonNull(note),
        by,
        version);
  }

  private static void checkReceipt(Fields fields, @Nullable Word word, @Nullable Receipt receipt) {
    if (word == Word.PAID && receipt == null && !fields.isFaulty(RECEIPT)) {
      fields.fault(RECEIPT, "is required to resolve a payment as paid");
    }
    if (word != null && word != Word.PAID && receipt != null) {
      fields.fault(RECEIPT, "belongs to the outcome paid only");
    }
  }

  private static Outcome outcome(Word word, @Nullable Receipt receipt) {
    return switch (word) {
      case PAID -> new Outcome.Paid(Objects.requireNonNull(receipt));
      case FAILED -> new Outcome.Failed();
      case REOPEN -> new Outcome.Reopen();
    };
  }

  private static String note(String text) {
    if (text.isBlank() || text.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException(
          "a note has 1 to " + LONGEST_NOTE + " characters, not " + text.length());
    }
    return new ProviderText(text).value();
  }

  private static int version(long number) {
    if (number < 1 || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a version is 1 or more, not " + number);
    }
    return (int) number;
  }

  private enum Word {
    PAID,
    FAILED,
    REOPEN;

    static Word parse(String text) {
      return Words.parse(values(), word -> word.name().toLowerCase(Locale.ROOT), text);
    }
  }
}
