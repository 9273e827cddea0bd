package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.domain.value.FailureCategory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What Daraja's answer to a push is taken for; the table is {@code samples/push/answers.csv}. */
class PushAnswersTest {

  private WireServer server;
  private DarajaClient daraja;

  private enum Outcome {
    ACCEPTED,
    REFUSED,
    THROTTLED,
    NOT_SENT,
    UNKNOWN
  }

  @BeforeEach
  void start() {
    server = WireServer.start();
    daraja = Given.client(server);
  }

  @AfterEach
  void stop() {
    daraja.close();
    server.close();
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/samples/push/answers.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = true)
  void every_answer_is_taken_for_what_it_proves(
      int status,
      String contentType,
      String body,
      Outcome outcome,
      @Nullable FailureCategory category) {
    var bytes = Given.sample("push/" + body);
    var headers = "Content-Type: " + contentType + "\r\nLocation: /elsewhere\r\n";
    server.answers(Reaction.answer(status, headers, bytes));

    var result = daraja.stkPush(Given.push());

    assertThat(outcome(result)).isEqualTo(outcome);
    if (result instanceof PushResult.Refused refused) {
      assertThat(refused.category()).isEqualTo(category);
      assertThat(refused.reason().value()).isNotBlank();
      assertThat(refused.code()).matches("[\\x21-\\x7E]{1,64}");
    }
    // Only a refused token is worth a second try.
    assertThat(server.posts()).hasSize(refusesToken(status, body) ? 2 : 1);
    assertThat(result.raw().status()).isEqualTo(status);
    assertThat(result.raw().body()).isEqualTo(bytes);
    assertThat(result.raw().at()).isEqualTo(Given.NIGHT);
  }

  private static boolean refusesToken(int status, String body) {
    return (status == 404 && body.equals("404.001.03.json")) || body.equals("fault-token.json");
  }

  private static Outcome outcome(PushResult result) {
    if (result instanceof PushResult.NotSent notSent) {
      return notSent.throttled() ? Outcome.THROTTLED : Outcome.NOT_SENT;
    }
    if (result instanceof PushResult.Refused) {
      return Outcome.REFUSED;
    }
    return result instanceof PushResult.Accepted ? Outcome.ACCEPTED : Outcome.UNKNOWN;
  }

  @Test
  void an_accepted_push_has_both_ids_and_darajas_words() {
    server.answers(Reaction.json(200, Given.text("push/accepted.json")));

    var accepted = (PushResult.Accepted) daraja.stkPush(Given.push());

    assertThat(accepted.checkoutRequestId()).isEqualTo(Given.ID);
    assertThat(accepted.merchantRequestId().value()).isEqualTo("f99f-4d5e-a89b-f4625afe77ab280151");
    assertThat(accepted.customerMessage().value())
        .isEqualTo("Success. Request accepted for processing");
  }

  @Test
  void a_refusal_carries_darajas_code_and_words() {
    server.answers(Reaction.json(400, Given.text("push/400.002.02-amount.json")));

    var refused = (PushResult.Refused) daraja.stkPush(Given.push());

    assertThat(refused.code()).isEqualTo("400.002.02");
    assertThat(refused.reason().value()).isEqualTo("Bad Request - Invalid Amount");
  }

  @ParameterizedTest
  @CsvSource({
    "7, PT7S",
    "0, PT0S",
    "'Mon, 23 Nov 2026 23:31:05 GMT', PT1M",
    "'Mon, 23 Nov 2026 23:00:00 GMT', PT0S",
    "999999999, PT24H",
    "'Fri, 31 Dec 9999 23:59:59 GMT', PT24H",
    "soon,",
    "-1,",
    "12345678901234567890,"
  })
  void retry_after_is_taken_in_seconds_and_as_a_date(String header, @Nullable Duration wait) {
    var body = Given.sample("push/fault-spike-arrest.json");
    server.answers(Reaction.answer(429, "Retry-After: " + header + "\r\n", body));

    var notSent = (PushResult.NotSent) daraja.stkPush(Given.push());

    assertThat(notSent.retryAfter()).isEqualTo(wait);
  }

  @Test
  void a_redirect_is_not_followed() {
    var location = "Location: " + server.url() + "/elsewhere\r\n";
    server.answers(Reaction.answer(307, location, new byte[0]));

    assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.Unknown.class);
    assertThat(server.posts()).hasSize(1);
  }

  @Test
  void an_answer_longer_than_64_kib_is_not_read_to_its_end() {
    server.answers(Reaction.json(200, " ".repeat(1_000_000)));

    var unknown = (PushResult.Unknown) daraja.stkPush(Given.push());

    assertThat(unknown.raw().body()).hasSize(65_536);
  }

  @Test
  void an_answer_of_exactly_64_kib_is_read() {
    var answer = Given.text("push/accepted.json");
    server.answers(Reaction.json(200, answer + " ".repeat(65_536 - answer.length())));

    assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.Accepted.class);
  }

  @Test
  void control_characters_in_darajas_words_are_replaced() {
    server.answers(
        Reaction.json(
            400, "{\"errorCode\":\"400.002.02\",\"errorMessage\":\"Bad\\u0007\\ud800 Request\"}"));

    var refused = (PushResult.Refused) daraja.stkPush(Given.push());

    assertThat(refused.reason().value()).isEqualTo("Bad\uFFFD\uFFFD Request");
  }
}
