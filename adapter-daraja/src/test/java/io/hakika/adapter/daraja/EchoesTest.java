package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that repeats the request tells nobody what the request kept secret. */
class EchoesTest {

  private static final String TOKEN = "A1b2/C3d4E5f6G7h8I9j0K1l2M3n";
  private static final String PASS_KEY = "bfb279f9aa9bdbcf158e97dd71a467cd";
  private static final DarajaCredentials CREDENTIALS =
      new DarajaCredentials("the-key", "the-secret-of-the-client", "174379", PASS_KEY, null);

  private WireServer server;
  private DarajaClient daraja;

  @BeforeEach
  void start() {
    server = WireServer.start();
    server.answersTokenRequests(Reaction.token(TOKEN));
    var config = Given.config(server);
    daraja =
        DarajaClient.of(
            new DarajaConfig(config.baseUrl(), CREDENTIALS, config.timeout()), Given.CLOCK);
  }

  @AfterEach
  void stop() {
    daraja.close();
    server.close();
  }

  private static String password() {
    return Stamp.of(CREDENTIALS, Given.NIGHT).password();
  }

  private static String error(String message) {
    return "{\"errorCode\":\"400.002.02\",\"errorMessage\":\"" + message + "\"}";
  }

  private static String body(RawAnswer raw) {
    return new String(raw.body(), StandardCharsets.UTF_8);
  }

  @Test
  void a_refusal_that_repeats_them_has_neither_password_nor_passkey_nor_token() {
    var said = "Invalid: " + password() + " " + PASS_KEY + " Bearer " + TOKEN + " é";
    server.answers(Reaction.json(400, error(said)));

    var refused = (PushResult.Refused) daraja.stkPush(Given.push());

    var shown = "Invalid: [secret] [secret] Bearer [secret] é";
    assertThat(refused.reason().value()).isEqualTo(shown);
    assertThat(body(refused.raw())).isEqualTo(error(shown));
  }

  @Test
  void a_slash_may_be_spelled_as_json_does() {
    server.answers(Reaction.json(400, error("Bearer " + TOKEN.replace("/", "\\/"))));

    var refused = (PushResult.Refused) daraja.stkPush(Given.push());

    assertThat(refused.reason().value()).isEqualTo("Bearer [secret]");
  }

  @Test
  void an_answer_to_a_query_is_kept_without_the_password() {
    server.answers(Reaction.json(500, error("no " + password())));

    assertThat(body(daraja.stkQuery(Given.ID).raw())).isEqualTo(error("no [secret]"));
  }

  @Test
  void half_an_answer_is_no_exception() {
    var half = "{\"Password\":\"" + password() + "\"";
    server.answers(Reaction.bytes(Reaction.head(200, "", 4_000) + half));

    assertThat(body(daraja.stkPush(Given.push()).raw())).isEqualTo("{\"Password\":\"[secret]\"");
  }

  @Test
  void a_refused_client_does_not_read_its_secret_in_the_reason() {
    var basic =
        Base64.getEncoder()
            .encodeToString("the-key:the-secret-of-the-client".getBytes(StandardCharsets.US_ASCII));
    server.answersTokenRequests(
        Reaction.json(400, "{\"errorCode\":\"400.008.01\",\"errorMessage\":\"" + basic + "\"}"));

    var refused = (PushResult.Refused) daraja.stkPush(Given.push());

    assertThat(refused.reason().value()).isEqualTo("[secret]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ws", "Success", "ResponseCode"})
  void a_token_that_is_a_mere_word_hides_nothing(String token) {
    server.answersTokenRequests(Reaction.token(token));
    server.answers(Reaction.json(200, Given.text("push/accepted.json")));

    assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.Accepted.class);
  }
}
