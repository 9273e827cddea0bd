package io.hakika.application.contract;

import static io.hakika.application.fake.PaymentFixture.aPayment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.port.driven.CallbackReader;
import io.hakika.application.port.driven.CallbackReader.Reading;
import io.hakika.domain.StkCallback;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.ReportedAmount;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything that a {@link CallbackReader} has to keep to. An implementor writes callbacks in its
 * provider's format.
 */
public interface CallbackReaderContract {

  CallbackReader reader();

  /** A callback in the provider's format; what is null in {@code said} is left out. */
  byte[] bytesOf(StkCallback said);

  private StkCallback reads(byte[] body) {
    return ((Reading.Readable) reader().read(body)).callback();
  }

  /** A success in which nothing is missing. */
  private static StkCallback complete(PaymentFixture fixture) {
    var said = fixture.success().said();
    return new StkCallback(
        said.checkoutRequestId(),
        said.merchantRequestId(),
        said.resultCode(),
        new ProviderText("The service request is processed successfully."),
        said.outcome(),
        said.category(),
        said.amount(),
        said.receipt(),
        LocalDateTime.parse("2026-11-24T12:00:09"),
        said.payer());
  }

  private static StkCallback withCode(String code) {
    var fixture = aPayment();
    return new StkCallback(
        fixture.ids().checkoutRequestId(),
        fixture.ids().merchantRequestId(),
        code,
        new ProviderText("said by the provider"),
        StkCallback.Outcome.FAILURE,
        FailureCategory.OTHER,
        null,
        null,
        null,
        null);
  }

  @Test
  default void a_success_is_read_with_everything_it_says() {
    var said = complete(aPayment());

    var read = reads(bytesOf(said));

    assertThat(read).usingRecursiveComparison().ignoringFields("category").isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"1032, CANCELLED", "1, INSUFFICIENT_FUNDS"})
  default void a_failure_is_read_with_what_it_means(String code, FailureCategory category) {
    var read = reads(bytesOf(withCode(code)));

    assertThat(read.resultCode()).isEqualTo(code);
    assertThat(read.outcome()).isEqualTo(StkCallback.Outcome.FAILURE);
    assertThat(read.category()).isEqualTo(category);
    assertThat(read.amount()).isNull();
    assertThat(read.receipt()).isNull();
  }

  @Test
  default void still_under_processing_is_no_outcome() {
    assertThat(reads(bytesOf(withCode("4999"))).outcome())
        .isEqualTo(StkCallback.Outcome.NO_OUTCOME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999", "SFC_IC0003", "-1", "00", "1037"})
  default void any_other_code_is_a_failure(String code) {
    var read = reads(bytesOf(withCode(code)));

    assertThat(read.outcome()).isEqualTo(StkCallback.Outcome.FAILURE);
    assertThat(read.resultCode()).isEqualTo(code);
  }

  @Test
  default void whatever_is_missing_is_missing_and_nothing_else() {
    var full = complete(aPayment());
    var bare =
        new StkCallback(
            null,
            null,
            full.resultCode(),
            full.resultDesc(),
            full.outcome(),
            full.category(),
            null,
            null,
            null,
            null);

    assertThat(reads(bytesOf(bare)))
        .usingRecursiveComparison()
        .ignoringFields("category")
        .isEqualTo(bare);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "10.5", "250000", "999999999"})
  default void an_amount_is_read_as_it_was_reported(String amount) {
    var full = complete(aPayment());
    var said =
        new StkCallback(
            full.checkoutRequestId(),
            full.merchantRequestId(),
            full.resultCode(),
            full.resultDesc(),
            full.outcome(),
            full.category(),
            new ReportedAmount(amount),
            full.receipt(),
            full.transactionDate(),
            full.payer());

    assertThat(reads(bytesOf(said)).amount()).isEqualTo(new ReportedAmount(amount));
  }

  @Test
  default void what_is_no_callback_is_unreadable_and_says_why() {
    var strangers =
        List.of("", " ", "null", "[]", "{}", "0", "<html>no</html>", "%", "\"\"", "{\"a\":1}");

    for (var stranger : strangers) {
      assertThat(reader().read(stranger.getBytes(UTF_8)))
          .as("<%s>", stranger)
          .isInstanceOfSatisfying(
              Reading.Unreadable.class, reading -> assertThat(reading.why()).isNotBlank());
    }
  }

  @Test
  default void what_cannot_be_read_is_not_repeated() {
    var phone = "254712345678";
    var strangers = List.of(phone, "{" + phone, "{\"" + phone + "\":", "{\"Body\":\"" + phone);

    for (var stranger : strangers) {
      var reading = reader().read(stranger.getBytes(UTF_8));
      assertThat(((Reading.Unreadable) reading).why()).doesNotContain(phone.substring(3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "(", "\u0000", "9", "\\", "é", "\n", "a: b\n"})
  default void the_largest_and_deepest_nonsense_is_answered(String part) {
    var nonsense = part.repeat(65_536 / part.length());

    assertThat(reader().read(nonsense.getBytes(UTF_8))).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  default void every_beginning_of_a_callback_is_answered() {
    var whole = bytesOf(complete(aPayment()));

    for (var length = 0; length < whole.length; length++) {
      assertThat(reader().read(Arrays.copyOf(whole, length))).isNotNull();
    }
  }

  @Test
  default void every_mangled_callback_is_answered() {
    var random = new Random(7);
    for (var count = 0; count < 2000; count++) {
      var body = bytesOf(complete(aPayment()));
      for (var hits = random.nextInt(8); hits >= 0; hits--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      assertThat(reader().read(body)).isNotNull();
    }
  }

  @Test
  default void reading_leaves_the_bytes_alone() {
    var body = bytesOf(complete(aPayment()));
    var before = body.clone();

    reader().read(body);

    assertThat(body).isEqualTo(before);
  }

  @Test
  default void many_may_read_at_once() {
    var said = complete(aPayment());

    var read = Rivals.race(8, () -> reads(bytesOf(said)).receipt());

    assertThat(read).containsOnly(said.receipt());
  }
}
